package dev.parlance.conversation.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.Text;
import dev.parlance.contract.WordTiming;
import dev.parlance.conversation.provider.ProviderFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What an endpoint has heard.
///
/// @param text       as it says it, without white space at the ends; may be empty, where nothing was said
/// @param language   BCP 47; null where it says none, or none that is known
/// @param timings    null where it gives none, more than a turn takes, or some that cannot be
/// @param confidence 0 to 1; null where it does not say
record Heard(String text, String language, List<WordTiming> timings, Double confidence) {
    private static final int MOST_TIMINGS = 1_000;
    private static final Duration SOON = Duration.ofSeconds(5);

    /// Reads `json` and `verbose_json` of OpenAI's API.
    ///
    /// @throws ProviderFailure if it is neither
    static Heard of(JsonNode answer) {
        JsonNode text = answer.path("text");
        if (!text.isTextual() || !Text.isStorable(text.textValue())) {
            throw ProviderFailure.Away.now("The transcription endpoint answered something that is no transcript", SOON);
        }
        return new Heard(
                text.textValue().strip(),
                SpokenLanguage.of(answer.path("language").asText("")),
                timings(answer.path("words")),
                confidence(answer.path("segments")));
    }

    boolean isSilence() {
        return text.isEmpty();
    }

    private static List<WordTiming> timings(JsonNode words) {
        if (words.isEmpty() || words.size() > MOST_TIMINGS) {
            return null;
        }
        List<WordTiming> timings = new ArrayList<>(words.size());
        for (JsonNode word : words) {
            String said = word.path("word").asText("").strip();
            int start = millis(word.path("start"));
            int end = millis(word.path("end"));
            if (said.isEmpty() || !Text.isStorable(said) || start < 0 || end < start) {
                return null;
            }
            timings.add(new WordTiming(said, start, end, null));
        }
        return timings;
    }

    private static int millis(JsonNode seconds) {
        return seconds.isNumber() ? (int) Math.round(seconds.doubleValue() * 1000) : -1;
    }

    /// The mean probability that a model gives its words, over its segments.
    private static Double confidence(JsonNode segments) {
        double sum = 0;
        int counted = 0;
        for (JsonNode segment : segments) {
            if (segment.path("avg_logprob").isNumber()) {
                sum += Math.exp(Math.min(segment.path("avg_logprob").doubleValue(), 0));
                counted++;
            }
        }
        return counted == 0 ? null : sum / counted;
    }
}

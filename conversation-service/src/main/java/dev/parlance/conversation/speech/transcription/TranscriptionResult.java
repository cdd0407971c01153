package dev.parlance.conversation.speech.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.Text;
import dev.parlance.contract.event.WordTiming;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The result of an endpoint.
///
/// @param text       without white space at the ends; empty for silence
/// @param language   BCP 47; null if it is missing or not known
/// @param timings    null if they are missing, invalid, or more than a turn takes
/// @param confidence 0 to 1; null if it is missing
record TranscriptionResult(String text, String language, List<WordTiming> timings, Double confidence) {
    private static final int MAX_WORD_TIMINGS = 1_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /// Parses `json` and `verbose_json` of OpenAI's API.
    ///
    /// @throws ProviderFailure if it is neither
    static TranscriptionResult of(JsonNode response) {
        JsonNode text = response.path("text");
        if (!text.isTextual() || !Text.isStorable(text.textValue())) {
            throw ProviderFailure.Unavailable.of(
                    "The transcription endpoint answered something that is no transcript", RETRY_AFTER);
        }
        return new TranscriptionResult(
                text.textValue().strip(),
                SpokenLanguage.of(response.path("language").asText("")),
                timings(response.path("words")),
                confidence(response.path("segments")));
    }

    boolean isSilence() {
        return text.isEmpty();
    }

    private static List<WordTiming> timings(JsonNode words) {
        if (words.isEmpty() || words.size() > MAX_WORD_TIMINGS) {
            return null;
        }
        List<WordTiming> timings = new ArrayList<>(words.size());
        for (JsonNode word : words) {
            String text = word.path("word").asText("").strip();
            int start = millis(word.path("start"));
            int end = millis(word.path("end"));
            if (text.isEmpty() || !Text.isStorable(text) || start < 0 || end < start) {
                return null;
            }
            timings.add(new WordTiming(text, start, end, null));
        }
        return timings;
    }

    private static int millis(JsonNode seconds) {
        return seconds.isNumber() ? (int) Math.round(seconds.doubleValue() * 1000) : -1;
    }

    /// The mean over the segments of exp(avg_logprob).
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

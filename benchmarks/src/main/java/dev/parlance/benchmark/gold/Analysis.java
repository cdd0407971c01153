package dev.parlance.benchmark.gold;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What the service says of a text.
///
/// @param answer the body of `POST /v1/analyze`
record Analysis(JsonNode answer, Duration took) {
    String language() {
        return answer.path("language").asText();
    }

    /// Of words that hold a letter, by their places.
    Map<Span, String> lemmas() {
        Map<Span, String> lemmas = new HashMap<>();
        for (JsonNode word : answer.path("words")) {
            if (word.path("surface").asText().codePoints().anyMatch(Character::isLetter)) {
                lemmas.put(place(word), word.path("lemma").asText());
            }
        }
        return lemmas;
    }

    /// The language in which most words of a part of the text were read; empty where there is no word.
    String languageWithin(Span part) {
        Map<String, Integer> words = new HashMap<>();
        for (JsonNode word : answer.path("words")) {
            if (part.holds(place(word))) {
                words.merge(word.path("language").asText(), 1, Integer::sum);
            }
        }
        return words.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Span place(JsonNode word) {
        return new Span(word.path("start").asInt(), word.path("end").asInt());
    }
}

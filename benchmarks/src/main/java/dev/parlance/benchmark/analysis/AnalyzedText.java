package dev.parlance.benchmark.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.benchmark.analysis.gold.Span;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What the service says of a text.
///
/// @param body the body of `POST /v1/analyze`
record AnalyzedText(JsonNode body, Duration duration) {
    String language() {
        return body.path("language").asText();
    }

    /// Of words that hold a letter, by their places.
    Map<Span, String> lemmas() {
        Map<Span, String> lemmas = new HashMap<>();
        for (JsonNode word : body.path("words")) {
            if (word.path("surface").asText().codePoints().anyMatch(Character::isLetter)) {
                lemmas.put(span(word), word.path("lemma").asText());
            }
        }
        return lemmas;
    }

    /// The language in which most words of a part of the text were read; empty where there is no word.
    String languageWithin(Span part) {
        Map<String, Integer> words = new HashMap<>();
        for (JsonNode word : body.path("words")) {
            if (part.contains(span(word))) {
                words.merge(word.path("language").asText(), 1, Integer::sum);
            }
        }
        return words.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Span span(JsonNode word) {
        return new Span(word.path("start").asInt(), word.path("end").asInt());
    }
}

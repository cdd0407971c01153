package dev.parlance.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The analysis of a text for a person: one word per line, then the highlights.
public final class TextAnalysisReport {
    private final JsonNode analysis;

    /// @param analysis the response of `POST /v1/analyze`
    public TextAnalysisReport(JsonNode analysis) {
        this.analysis = analysis;
    }

    public String render() {
        List<String> parts = new ArrayList<>();
        parts.add(head());
        if (!analysis.path("words").isEmpty()) {
            parts.add(words());
        }
        if (!analysis.path("highlights").isEmpty()) {
            parts.add(highlights());
        }
        if (!analysis.path("emotion").path("evidence").isEmpty()) {
            parts.add(emotion(analysis.path("emotion")));
        }
        return String.join("\n", parts).stripTrailing();
    }

    private String head() {
        int words = analysis.path("words").size();
        int sentences = analysis.path("sentences").size();
        return String.format(
                Locale.ROOT,
                "Language %s (confidence %.2f), %d %s in %d %s.%n",
                analysis.path("language").asText(),
                analysis.path("confidence").asDouble(),
                words,
                words == 1 ? "word" : "words",
                sentences,
                sentences == 1 ? "sentence" : "sentences");
    }

    private String words() {
        Table table =
                new Table("word", "dictionary form", "lemma", "language", "part of speech", "level", "band", "reading");
        for (JsonNode word : analysis.path("words")) {
            table.row(
                    word.path("surface").asText(),
                    word.path("display").asText(),
                    word.path("lemma").asText(),
                    word.path("language").asText(),
                    text(word.path("partOfSpeech")),
                    text(word.path("level")),
                    text(word.path("band")),
                    reading(word.path("reading")));
        }
        return table.render();
    }

    private String highlights() {
        Table table = new Table("highlight", "what", "where");
        for (JsonNode highlight : analysis.path("highlights")) {
            table.row(
                    highlight.path("type").asText(),
                    highlight.path("description").asText(),
                    highlight.path("excerpt").asText());
        }
        return table.render();
    }

    private static String emotion(JsonNode emotion) {
        List<String> evidence = new ArrayList<>();
        emotion.path("evidence")
                .forEach(piece -> evidence.add(piece.path("shown").asText()));
        return String.format(
                Locale.ROOT,
                "Emotion %s (score %+.2f, strength %.2f, confidence %.2f): %s.",
                emotion.path("label").asText(),
                emotion.path("score").asDouble(),
                emotion.path("strength").asDouble(),
                emotion.path("confidence").asDouble(),
                String.join(", ", evidence));
    }

    private static String reading(JsonNode reading) {
        List<String> scripts = new ArrayList<>();
        for (String script : List.of("hiragana", "romaji", "pinyin", "latin")) {
            if (reading.path(script).isTextual()) {
                scripts.add(reading.path(script).asText());
            }
        }
        return String.join(" · ", scripts);
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }
}

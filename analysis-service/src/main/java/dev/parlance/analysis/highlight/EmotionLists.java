package dev.parlance.analysis.highlight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The reviewed lists, read once from `/emotion/*.tsv`: what is written, the emotion (or `intensifier`), and the
/// weight, 1 for weak or 2 for strong. Words are written as a lemma, a display form or a form as used, in lower case.
record EmotionLists(Map<String, Map<String, Cue>> words, Map<String, Cue> emoji) {
    static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "it", "ja", "pt");

    static EmotionLists load() {
        var words = new HashMap<String, Map<String, Cue>>();
        LANGUAGES.forEach(language -> words.put(language, list(language)));
        return new EmotionLists(Map.copyOf(words), list("emoji"));
    }

    /// Empty for a language without a list.
    Map<String, Cue> of(String language) {
        return words.getOrDefault(language, Map.of());
    }

    private static Map<String, Cue> list(String name) {
        String path = "/emotion/" + name + ".tsv";
        try (var in = EmotionLists.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the class path");
            }
            var cues = new HashMap<String, Cue>();
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            for (String line : lines) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(cues, line, path);
                }
            }
            return Map.copyOf(cues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, Cue> cues, String line, String path) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 3 || !columns[2].matches("[12]")) {
            throw new IllegalStateException("%s: “%s” is not word, emotion and weight".formatted(path, line));
        }
        if (cues.put(columns[0], cue(columns[1], Integer.parseInt(columns[2]))) != null) {
            throw new IllegalStateException("%s: “%s” stands there twice".formatted(path, columns[0]));
        }
    }

    private static Cue cue(String kind, int weight) {
        if (kind.equals("intensifier")) {
            return new Cue.Intensifier();
        }
        for (var emotion : Emotion.values()) {
            if (emotion.label().equals(kind)) {
                return new Cue.Feeling(emotion, weight);
            }
        }
        throw new IllegalStateException("no emotion is called " + kind);
    }
}

package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.Cue.Feeling;
import dev.parlance.analysis.language.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The reviewed lists, read once from `/emotion/*.tsv`: what is written, the emotion (or `courtesy`,
/// `intensifier`, `intensifier after`), and the weight, 1 for weak or 2 for strong. Words are written as a lemma,
/// display form or surface of their language, lower case; two words as surfaces with a blank between.
record EmotionLists(Map<String, CueList> words, CueList emoji) {
    static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "it", "ja", "pt");

    static EmotionLists load() {
        var words = new HashMap<String, CueList>();
        LANGUAGES.forEach(language -> words.put(language, list(language)));
        return new EmotionLists(Map.copyOf(words), list("emoji"));
    }

    /// Empty for a language without a list.
    CueList of(String language) {
        return words.getOrDefault(language, CueList.EMPTY);
    }

    private static CueList list(String name) {
        String path = "/emotion/" + name + ".tsv";
        var cues = new HashMap<String, Cue>();
        for (String[] columns : Table.rows(path, 3)) {
            if (cues.put(columns[0], cue(columns[1], columns[2])) != null) {
                throw new IllegalStateException("%s: “%s” stands there twice".formatted(path, columns[0]));
            }
        }
        return CueList.of(cues);
    }

    private static Cue cue(String kind, String weight) {
        if (kind.startsWith("intensifier")) {
            return new Cue.Intensifier(kind.equals("intensifier after"));
        }
        if (kind.equals("courtesy")) {
            return new Cue.Courtesy();
        }
        for (var emotion : Emotion.values()) {
            if (emotion.isNamed() && emotion.label().equals(kind)) {
                return new Feeling(emotion, valence(weight));
            }
        }
        throw new IllegalStateException("no emotion is called " + kind);
    }

    private static double valence(String weight) {
        return switch (weight) {
            case "1" -> Feeling.WEAK;
            case "2" -> Feeling.STRONG;
            default -> throw new IllegalStateException("the weight of a word is 1 or 2, not " + weight);
        };
    }
}

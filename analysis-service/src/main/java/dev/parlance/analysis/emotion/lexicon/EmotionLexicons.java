package dev.parlance.analysis.emotion.lexicon;

import dev.parlance.analysis.emotion.lexicon.Cue.Feeling;
import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The reviewed lists, read once from `/emotion/*.tsv`: what is written, the emotion (or `courtesy`,
/// `intensifier`, `intensifier after`), and the weight, 1 for weak or 2 for strong. Words are written as a lemma,
/// display form or surface of their language, lower case; two words as surfaces with a blank between.
public record EmotionLexicons(Map<String, EmotionLexicon> byLanguage, EmotionLexicon emoji) {
    static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "it", "ja", "pt");

    public static EmotionLexicons load() {
        var words = new HashMap<String, EmotionLexicon>();
        LANGUAGES.forEach(language -> words.put(language, loadLexicon(language)));
        return new EmotionLexicons(Map.copyOf(words), loadLexicon("emoji"));
    }

    /// Empty for a language without a list.
    public EmotionLexicon forLanguage(String language) {
        return byLanguage.getOrDefault(language, EmotionLexicon.EMPTY);
    }

    private static EmotionLexicon loadLexicon(String name) {
        String path = "/emotion/" + name + ".tsv";
        var cues = new HashMap<String, Cue>();
        for (String[] columns : TsvResource.rows(path, 3)) {
            if (cues.put(columns[0], parseCue(columns[1], columns[2])) != null) {
                throw new IllegalStateException("%s: “%s” stands there twice".formatted(path, columns[0]));
            }
        }
        return EmotionLexicon.of(cues);
    }

    private static Cue parseCue(String kind, String weight) {
        if (kind.startsWith("intensifier")) {
            return new Cue.Intensifier(kind.equals("intensifier after"));
        }
        if (kind.equals("courtesy")) {
            return new Cue.Courtesy();
        }
        for (var emotion : Emotion.values()) {
            if (emotion.isNamed() && emotion.label().equals(kind)) {
                return new Feeling(emotion, parseValence(weight));
            }
        }
        throw new IllegalStateException("no emotion is called " + kind);
    }

    private static double parseValence(String weight) {
        return switch (weight) {
            case "1" -> Feeling.WEAK_VALENCE;
            case "2" -> Feeling.STRONG_VALENCE;
            default -> throw new IllegalStateException("the weight of a word is 1 or 2, not " + weight);
        };
    }
}

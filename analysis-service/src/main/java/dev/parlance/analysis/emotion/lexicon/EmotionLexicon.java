package dev.parlance.analysis.emotion.lexicon;

import java.util.HashMap;
import java.util.Map;

/// One reviewed list: what single words say, and what pairs of words say together (`love you`, ti amo).
///
/// @param words all entries, as written in the list
/// @param pairs by the first word and the second
public record EmotionLexicon(Map<String, Cue> words, Map<String, Map<String, Cue>> pairs) {
    static final EmotionLexicon EMPTY = of(Map.of());

    static EmotionLexicon of(Map<String, Cue> words) {
        var pairs = new HashMap<String, Map<String, Cue>>();
        words.forEach((written, cue) -> {
            int blank = written.indexOf(' ');
            if (blank > 0) {
                pairs.computeIfAbsent(written.substring(0, blank), _ -> new HashMap<>())
                        .put(written.substring(blank + 1), cue);
            }
        });
        return new EmotionLexicon(Map.copyOf(words), Map.copyOf(pairs));
    }

    /// Null where it says nothing.
    public Cue find(String word) {
        return words.get(word);
    }

    /// Null where they say nothing together.
    public Cue find(String first, String second) {
        var seconds = pairs.get(first);
        return seconds == null ? null : seconds.get(second);
    }
}

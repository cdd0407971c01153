package dev.parlance.analysis.emotion;

import java.util.HashMap;
import java.util.Map;

/// One reviewed list: what single words say, and what two words say together where they say more (`love you`, ti
/// amo).
///
/// @param words everything that stands in the list, as written there
/// @param pairs by the first word and the second
record CueList(Map<String, Cue> words, Map<String, Map<String, Cue>> pairs) {
    static final CueList EMPTY = of(Map.of());

    static CueList of(Map<String, Cue> words) {
        var pairs = new HashMap<String, Map<String, Cue>>();
        words.forEach((written, cue) -> {
            int blank = written.indexOf(' ');
            if (blank > 0) {
                pairs.computeIfAbsent(written.substring(0, blank), _ -> new HashMap<>())
                        .put(written.substring(blank + 1), cue);
            }
        });
        return new CueList(Map.copyOf(words), Map.copyOf(pairs));
    }

    /// Null where it says nothing.
    Cue of(String word) {
        return words.get(word);
    }

    /// Null where they say nothing together.
    Cue of(String first, String second) {
        var seconds = pairs.get(first);
        return seconds == null ? null : seconds.get(second);
    }
}

package dev.parlance.benchmark.gold;

import java.util.Locale;
import java.util.Set;

/// A word as linguists marked it.
///
/// @param lemma null where they gave none: a contraction (can't) has none of its own
/// @param partOfSpeech after Universal Dependencies
record GoldWord(String lemma, String partOfSpeech) {
    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ", "ADV");

    boolean isContent() {
        return CONTENT.contains(partOfSpeech);
    }

    /// Without regard to case.
    boolean isLemma(String other) {
        return folded(lemma).equals(folded(other));
    }

    /// ß is ss, too.
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}

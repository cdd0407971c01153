package dev.parlance.benchmark.analysis.gold;

import java.util.Locale;
import java.util.Set;

/// A word as linguists marked it.
///
/// @param lemma null where they gave none: a contraction (can't) has none of its own
/// @param partOfSpeech after Universal Dependencies
record GoldWord(String lemma, String partOfSpeech) {
    private static final Set<String> CONTENT_TAGS = Set.of("NOUN", "VERB", "ADJ", "ADV");

    boolean isContent() {
        return CONTENT_TAGS.contains(partOfSpeech);
    }

    /// Without regard to case.
    boolean isLemma(String other) {
        return foldCase(lemma).equals(foldCase(other));
    }

    /// ß is ss, too.
    private static String foldCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}

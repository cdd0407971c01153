package dev.parlance.analysis.language.romance.morphology;

/// One possible analysis of a form.
///
/// @param lemma case-folded: the word's identity
/// @param display the dictionary form to show
/// @param cost in half bits, relative to the form's other candidates: 2 more is half as likely
public record LemmaCandidate(String lemma, String display, WordClass wordClass, int cost) {
    static final LemmaCandidate[] NONE = {};

    LemmaCandidate withCost(int other) {
        return new LemmaCandidate(lemma, display, wordClass, other);
    }

    public LemmaCandidate withAddedCost(int by) {
        return withCost(cost + by);
    }

    boolean isSameWord(LemmaCandidate other) {
        return wordClass == other.wordClass && lemma.equals(other.lemma);
    }
}

package dev.parlance.analysis.language.romance;

/// One thing that a form may be.
///
/// @param lemma case-folded: the word's identity
/// @param display the dictionary form to show
/// @param cost how unlikely it is beside the form's other candidates, in half bits: 2 more is half as likely
record Candidate(String lemma, String display, Kind kind, int cost) {
    static final Candidate[] NONE = {};

    Candidate costing(int other) {
        return new Candidate(lemma, display, kind, other);
    }

    Candidate dearer(int by) {
        return costing(cost + by);
    }

    boolean isSameWord(Candidate other) {
        return kind == other.kind && lemma.equals(other.lemma);
    }
}

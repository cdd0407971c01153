package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.Learner;

/// A word of a learner's: words are told apart by language (the primary subtag) and lemma.
public record WordKey(Learner learner, String language, String lemma) {
    private static final int SPREAD = 0x9E3779B9;

    /// Learners' ids and lemmas are short and alike: the usual sum gives many pairs of them one hash.
    @Override
    public int hashCode() {
        return (learner.hashCode() * SPREAD + language.hashCode()) * SPREAD + lemma.hashCode();
    }
}

package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.id.Learner;

/// What identifies a word of a learner: language (the primary subtag) and lemma.
public record WordKey(Learner learner, String language, String lemma) {
    private static final int HASH_MULTIPLIER = 0x9E3779B9;

    /// Learners' ids and lemmas are short and alike: the usual sum gives one hash to many pairs of them.
    @Override
    public int hashCode() {
        return (learner.hashCode() * HASH_MULTIPLIER + language.hashCode()) * HASH_MULTIPLIER + lemma.hashCode();
    }
}

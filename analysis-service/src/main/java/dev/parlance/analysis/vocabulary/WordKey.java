package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.Learner;

/// A word of a learner's: words are told apart by language (the primary subtag) and lemma.
public record WordKey(Learner learner, String language, String lemma) {}

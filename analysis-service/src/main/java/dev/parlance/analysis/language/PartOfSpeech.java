package dev.parlance.analysis.language;

/// What kind of word it is, by the universal tags of Universal Dependencies version 2. Punctuation is no word and has
/// none here. They are stored by their place: a new one would go to the end.
///
/// Source: https://universaldependencies.org/u/pos/
public enum PartOfSpeech {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    SCONJ,
    SYM,
    VERB,
    X
}

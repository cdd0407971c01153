package dev.parlance.analysis.language.text;

/// The universal part-of-speech tags of Universal Dependencies version 2, without PUNCT: punctuation is no word.
/// Stored by ordinal: new constants go to the end.
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

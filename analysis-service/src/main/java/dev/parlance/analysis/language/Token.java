package dev.parlance.analysis.language;

/// A word as it was used in a text, and what identifies it in every text.
///
/// @param lemma with the language's primary subtag, the word's identity
/// @param display the form to show a person
/// @param surface the form as used: always `text.substring(start, end)`
/// @param start first UTF-16 code unit in the text
/// @param end one past the last
public record Token(String lemma, String display, String surface, int start, int end) {}

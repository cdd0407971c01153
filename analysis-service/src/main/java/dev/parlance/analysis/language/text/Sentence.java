package dev.parlance.analysis.language.text;

/// A sentence of a text, without the white space around it.
///
/// @param start first UTF-16 code unit in the text
/// @param end one past the last
/// @param words how many words start in it, at least one
public record Sentence(int start, int end, int words) {}

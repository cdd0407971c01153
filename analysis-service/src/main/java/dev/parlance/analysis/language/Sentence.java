package dev.parlance.analysis.language;

/// A sentence of a text: where it stands, without the white space around it, and how many words begin in it.
///
/// @param start first UTF-16 code unit in the text
/// @param end one past the last
/// @param words at least one
public record Sentence(int start, int end, int words) {}

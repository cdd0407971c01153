package dev.parlance.analysis.language;

/// A sentence of a text: where it stands, white space around it left out, and how many words begin in it (at least one).
///
/// @param start first UTF-16 code unit in the text
/// @param end one past the last
public record Sentence(int start, int end, int words) {}

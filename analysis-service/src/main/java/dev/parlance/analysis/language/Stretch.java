package dev.parlance.analysis.language;

/// Part of a text that is in one language.
///
/// @param start first UTF-16 code unit
/// @param end   one past the last
record Stretch(String language, int start, int end) {}

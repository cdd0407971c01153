package dev.parlance.analysis.language.detection;

/// Part of a text that is in one language.
///
/// @param start first UTF-16 code unit
/// @param end   one past the last
public record LanguageSpan(String language, int start, int end) {}

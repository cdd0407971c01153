package dev.parlance.contract.event;

/// When a word was spoken, counted from the start of the turn's audio.
///
/// @param startMs    milliseconds, at least 0
/// @param endMs      milliseconds, not before `startMs`
/// @param confidence 0 to 1, or null where the transcriber does not say
public record WordTiming(String word, int startMs, int endMs, Double confidence) {}

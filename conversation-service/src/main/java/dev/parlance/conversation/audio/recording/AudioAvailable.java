package dev.parlance.conversation.audio.recording;

/// Audio was checked and can be downloaded. Fired in the transaction that marks it available, so rows that an
/// observer writes commit or roll back with it.
///
/// @param key        of the object in S3
/// @param durationMs null if it is unknown
public record AudioAvailable(TurnSide turnSide, String key, String contentType, long sizeBytes, Integer durationMs) {}

package dev.parlance.conversation.audio;

/// Sound has been checked and is there. Fired in the transaction that makes it so: an observer that writes rows of
/// its own writes them in the same one.
///
/// @param key         of the object in the store
/// @param durationMs  null where nobody has said
public record SoundAvailable(Place place, String key, String contentType, long sizeBytes, Integer durationMs) {}

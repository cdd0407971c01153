package dev.parlance.conversation.speech.cache;

import java.time.Duration;
import java.time.Instant;

/// Speech that was made and stored.
///
/// @param hash       of its request
/// @param durationMs null if it is unknown
/// @param expiresAt  null if it is kept without limit
public record Speech(
        String hash, String key, String contentType, long sizeBytes, Integer durationMs, Instant expiresAt) {
    /// Whether a URL that is signed now points to an existing object until the URL expires.
    boolean isValidFor(Instant now, Duration validity) {
        return expiresAt == null || now.plus(validity).isBefore(expiresAt);
    }
}

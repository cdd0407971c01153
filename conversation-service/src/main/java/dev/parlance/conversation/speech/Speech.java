package dev.parlance.conversation.speech;

import java.time.Duration;
import java.time.Instant;

/// Speech that is there to be heard.
///
/// @param hash       of what it says and how
/// @param durationMs null where nobody knows
/// @param expiresAt  null where it is kept for good
record Speech(String hash, String key, String contentType, long sizeBytes, Integer durationMs, Instant expiresAt) {
    /// Whether a URL that is given out now will lead to it for all its life.
    boolean lasts(Instant now, Duration life) {
        return expiresAt == null || now.plus(life).isBefore(expiresAt);
    }
}

package dev.parlance.conversation.audio.storage;

import java.time.Instant;
import java.util.Map;

/// Metadata of an object in S3.
///
/// @param size        in bytes
/// @param contentType as stored; null in lists
/// @param metadata    as stored, names in lower case without `x-amz-meta-`; empty in lists
/// @param storedAt    by S3's clock, to the second
public record StoredObject(String key, long size, String contentType, Map<String, String> metadata, Instant storedAt) {
    public StoredObject {
        metadata = Map.copyOf(metadata);
    }
}

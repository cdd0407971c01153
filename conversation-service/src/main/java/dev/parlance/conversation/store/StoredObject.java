package dev.parlance.conversation.store;

import java.time.Instant;
import java.util.Map;

/// What S3 knows of an object without its bytes.
///
/// @param size        in bytes
/// @param contentType as it was stored; null where the object comes from a list
/// @param metadata    as it was stored, names in lower case without `x-amz-meta-`; empty where it comes from a list
/// @param storedAt    by S3's clock, to the second
public record StoredObject(String key, long size, String contentType, Map<String, String> metadata, Instant storedAt) {
    public StoredObject {
        metadata = Map.copyOf(metadata);
    }
}

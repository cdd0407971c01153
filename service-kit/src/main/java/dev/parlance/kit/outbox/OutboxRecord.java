package dev.parlance.kit.outbox;

import java.util.Map;

/// A record to be sent.
///
/// @param headers in their order; a `traceparent` is added where there is none
/// @param value   null for a tombstone on a compacted topic
@SuppressWarnings("ArrayRecordComponent") // carried from the codec to the driver, never compared
public record OutboxRecord(String topic, String key, Map<String, String> headers, byte[] value) {}

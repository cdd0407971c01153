package dev.parlance.kit.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/// A record to be sent.
///
/// @param headers in their order; a `traceparent` is added where there is none
/// @param value   null for a tombstone on a compacted topic
@SuppressWarnings("ArrayRecordComponent") // carried from the codec to the driver, never compared
public record OutboxRecord(String topic, String key, Map<String, String> headers, byte[] value) {

    /// The same in the trace of what caused it.
    ///
    /// @param traceParent as it was received; null where there was none
    public OutboxRecord causedBy(String traceParent) {
        if (traceParent == null) {
            return this;
        }
        Map<String, String> traced = new LinkedHashMap<>(headers);
        traced.put(TraceParent.HEADER, TraceParent.causedBy(traceParent));
        return new OutboxRecord(topic, key, traced, value);
    }
}

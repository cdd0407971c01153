package dev.parlance.kit.outbox;

import dev.parlance.kit.trace.TraceParent;
import java.util.LinkedHashMap;
import java.util.Map;

/// A record to be sent to Kafka.
///
/// @param topic   with the prefix of the installation
/// @param headers in their order; a `traceparent` is added where there is none
/// @param value   null for a tombstone on a compacted topic
@SuppressWarnings("ArrayRecordComponent") // carried from the codec to the driver, never compared
public record OutboxRecord(String topic, String key, Map<String, String> headers, byte[] value) {

    /// The same record as part of the trace of its cause.
    ///
    /// @param traceParent of the cause as it was received; null if it had none
    public OutboxRecord inTraceOf(String traceParent) {
        if (traceParent == null) {
            return this;
        }
        Map<String, String> traced = new LinkedHashMap<>(headers);
        traced.put(TraceParent.HEADER, TraceParent.childOf(traceParent));
        return new OutboxRecord(topic, key, traced, value);
    }
}

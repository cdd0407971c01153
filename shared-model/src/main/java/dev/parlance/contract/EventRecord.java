package dev.parlance.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// An event as it lies on a topic: CloudEvents 1.0 in Kafka's binary mode.
///
/// @param headers in the order they are written; `traceparent` is added by the sender
/// @param value   JSON in UTF-8, or null for a tombstone on a compacted topic
@SuppressWarnings("ArrayRecordComponent") // compared below
public record EventRecord(Topic topic, String key, Map<String, String> headers, byte[] value) {
    @Override
    public boolean equals(Object other) {
        return other
                        instanceof
                        EventRecord(Topic itsTopic, String itsKey, Map<String, String> itsHeaders, byte[] itsValue)
                && topic == itsTopic
                && key.equals(itsKey)
                && headers.equals(itsHeaders)
                && Arrays.equals(value, itsValue);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, key, headers, Arrays.hashCode(value));
    }
}

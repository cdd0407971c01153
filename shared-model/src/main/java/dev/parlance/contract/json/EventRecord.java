package dev.parlance.contract.json;

import dev.parlance.contract.event.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// An event as a Kafka record: CloudEvents 1.0, Kafka protocol binding, binary content mode.
///
/// @param headers in the order in which they are written; the sender adds `traceparent`
/// @param value   JSON in UTF-8, or null for a tombstone on a compacted topic
@SuppressWarnings("ArrayRecordComponent") // equals compares its content
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

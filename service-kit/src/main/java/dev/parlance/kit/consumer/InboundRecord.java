package dev.parlance.kit.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.quarantine.HeaderText;
import dev.parlance.kit.quarantine.QuarantineEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// A record as it was read from Kafka, not decoded yet.
///
/// @param headers the last value of each name; empty if the record has none
/// @param value   null for a tombstone
@SuppressWarnings("ArrayRecordComponent") // carried to the codec or to the quarantine, never compared
public record InboundRecord(
        String topic, int partition, long offset, String key, Map<String, String> headers, byte[] value) {

    static InboundRecord of(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return new InboundRecord(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }

    static InboundRecord of(QuarantineEntry record) {
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                HeaderText.parse(record.headers()),
                record.value());
    }

    /// This record as it is stored in the quarantine.
    public QuarantineEntry toQuarantineEntry(String reason) {
        return new QuarantineEntry(topic, partition, offset, key, HeaderText.format(headers), value, reason);
    }

    /// The CloudEvents type, null if the header is missing.
    public String type() {
        return headers.get("ce_type");
    }
}

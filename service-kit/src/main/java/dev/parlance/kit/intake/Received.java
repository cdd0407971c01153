package dev.parlance.kit.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.quarantine.Headers;
import dev.parlance.kit.quarantine.Unread;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// A record as it was read, before anybody knows what it is.
///
/// @param headers the last value of each name; empty where a record has none
/// @param value   null where the record has none
@SuppressWarnings("ArrayRecordComponent") // carried to the codec or to the quarantine, never compared
public record Received(
        String topic, int partition, long offset, String key, Map<String, String> headers, byte[] value) {

    static Received of(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return new Received(record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }

    static Received of(Unread record) {
        return new Received(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                Headers.split(record.headers()),
                record.value());
    }

    /// This record, to be set aside.
    public Unread unread(String reason) {
        return new Unread(topic, partition, offset, key, Headers.join(headers), value, reason);
    }

    /// The CloudEvents type, or null where the record does not say.
    public String type() {
        return headers.get("ce_type");
    }
}

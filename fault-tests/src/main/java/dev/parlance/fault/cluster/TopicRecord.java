package dev.parlance.fault.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.platform.client.TopicReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// One record of a topic. Its value is kept only on request: all values of a soak would not fit into memory.
///
/// @param value empty for a tombstone, and if values are not kept
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record TopicRecord(
        int partition, long offset, String key, String id, String type, String subject, byte[] value) {

    /// The records of a topic whose key matches, in order within each partition.
    public static List<TopicRecord> readAll(String kafka, String topic, Predicate<String> key, boolean withValues) {
        List<TopicRecord> records = new ArrayList<>();
        new TopicReader(kafka).forEach(topic, record -> {
            if (record.key() != null && key.test(new String(record.key(), UTF_8))) {
                records.add(of(record, withValues));
            }
        });
        return records;
    }

    /// Records that repeat the id of an earlier one.
    public static int countDuplicates(List<TopicRecord> records) {
        Set<String> ids = new HashSet<>();
        return (int) records.stream()
                .filter(record -> !record.id().isEmpty() && !ids.add(record.id()))
                .count();
    }

    private static TopicRecord of(ConsumerRecord<byte[], byte[]> record, boolean withValue) {
        return new TopicRecord(
                record.partition(),
                record.offset(),
                new String(record.key(), UTF_8),
                TopicReader.header(record, "ce_id"),
                TopicReader.header(record, "ce_type"),
                TopicReader.header(record, "ce_subject"),
                withValue && record.value() != null ? record.value() : new byte[0]);
    }
}

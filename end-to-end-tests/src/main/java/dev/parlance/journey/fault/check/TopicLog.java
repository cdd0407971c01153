package dev.parlance.journey.fault.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The whole of a topic, as a plain consumer without a group reads it.
public final class TopicLog {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private TopicLog() {}

    /// One record.
    ///
    /// @param value empty for a tombstone, and where the reader did not ask for values
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Entry(int partition, long offset, String key, String id, String type, String subject, byte[] value) {}

    /// Everything committed by now under the wanted keys, in order within each partition.
    public static List<Entry> read(String kafka, String topic, Predicate<String> key, boolean withValues) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "isolation.level",
                "read_committed",
                "max.partition.fetch.bytes",
                8 << 20,
                "max.poll.records",
                5000);
        List<Entry> entries = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!ends.isEmpty()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                    if (record.key() != null && key.test(record.key())) {
                        entries.add(entry(record, withValues));
                    }
                }
                ends.entrySet().removeIf(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the end of %s was not reached: %s".formatted(topic, ends));
                }
            }
        }
        return entries;
    }

    /// Records whose id was there before.
    public static int duplicates(List<Entry> entries) {
        Set<String> seen = new HashSet<>();
        return (int) entries.stream()
                .filter(entry -> !entry.id().isEmpty() && !seen.add(entry.id()))
                .count();
    }

    private static Entry entry(ConsumerRecord<String, byte[]> record, boolean withValue) {
        return new Entry(
                record.partition(),
                record.offset(),
                record.key(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                withValue && record.value() != null ? record.value() : new byte[0]);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}

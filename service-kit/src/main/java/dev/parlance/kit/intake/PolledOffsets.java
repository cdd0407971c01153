package dev.parlance.kit.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Remembers the last record that was polled of each partition. Without it nobody could tell a partition whose rest
/// is only transaction markers from one whose records still wait in this process.
/// Made by the Kafka client by its class name, hence the static map; a partition belongs to one consumer of a
/// process.
public final class PolledOffsets implements ConsumerInterceptor<String, byte[]> {
    private static final Map<TopicPartition, Long> LAST = new ConcurrentHashMap<>();

    /// The offset of the last polled record, -1 if none was.
    static long last(TopicPartition partition) {
        return LAST.getOrDefault(partition, -1L);
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            LAST.put(partition, records.records(partition).getLast().offset());
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}

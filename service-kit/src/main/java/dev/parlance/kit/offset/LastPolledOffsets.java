package dev.parlance.kit.offset;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Remembers the offset of the last record polled from each partition: it distinguishes a partition with nothing
/// left but transaction markers from one whose records wait in this process. The Kafka client creates it by its
/// class name, hence the static map; a partition belongs to one consumer of a process.
public final class LastPolledOffsets implements ConsumerInterceptor<String, byte[]> {
    private static final Map<TopicPartition, Long> LAST = new ConcurrentHashMap<>();

    /// Offset of the last polled record, -1 if there is none.
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

package dev.parlance.kit.consumer;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// Size and duration of a batch that was applied.
///
/// @param bytes    of the values
/// @param duration including retries
public record BatchStats(int records, int bytes, Duration duration) {

    /// @param startedAt by [System#nanoTime]
    static BatchStats since(long startedAt, ConsumerRecords<String, byte[]> batch) {
        int bytes = 0;
        for (ConsumerRecord<String, byte[]> record : batch) {
            bytes += Math.max(record.serializedValueSize(), 0);
        }
        return new BatchStats(batch.count(), bytes, Duration.ofNanos(System.nanoTime() - startedAt));
    }
}

package dev.parlance.kit.intake;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// A batch that has had its effect.
///
/// @param bytes of its values
/// @param took  how long that was, its waits included
public record Taken(int records, int bytes, Duration took) {

    /// @param begun by [System#nanoTime]
    static Taken since(long begun, ConsumerRecords<String, byte[]> batch) {
        int bytes = 0;
        for (ConsumerRecord<String, byte[]> record : batch) {
            bytes += Math.max(record.serializedValueSize(), 0);
        }
        return new Taken(batch.count(), bytes, Duration.ofNanos(System.nanoTime() - begun));
    }
}

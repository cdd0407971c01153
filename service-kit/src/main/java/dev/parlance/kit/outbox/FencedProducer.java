package dev.parlance.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.quarantine.Headers;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/// A producer whose records count only if it was not replaced before their commit.
final class FencedProducer {
    private final KafkaProducer<String, byte[]> kafka;

    FencedProducer(KafkaProducer<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    void fencePredecessors() {
        try {
            kafka.initTransactions();
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    void begin() {
        kafka.beginTransaction();
    }

    Future<RecordMetadata> send(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), row.key(), row.value());
        Headers.split(row.headers()).forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return kafka.send(record);
    }

    void flush() {
        kafka.flush();
    }

    void commit() {
        kafka.commitTransaction();
    }

    void abort() {
        kafka.abortTransaction();
    }

    /// Does not wait for a broker that is away.
    void close() {
        kafka.close(Duration.ZERO);
    }
}

package dev.parlance.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.quarantine.HeaderText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/// A transactional producer: its records count only if no other producer with its id was opened before their commit.
final class FencedProducer {
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(10);

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

    /// @throws ExecutionException if sending fails at once: the client has waited for a broker that does not answer,
    ///     and would wait as long again for each further record
    Future<RecordMetadata> send(OutboxRow row) throws ExecutionException, InterruptedException {
        var record = new ProducerRecord<>(row.topic(), row.key(), row.value());
        HeaderText.parse(row.headers())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        Future<RecordMetadata> sent = kafka.send(record);
        if (sent.isDone()) {
            var _ = sent.get();
        }
        return sent;
    }

    /// Waits for all acknowledgements, at most for the timeout of a delivery: `flush()` waits for as long as the
    /// broker is silent, and then for each of its lost connections.
    void awaitAcknowledgements(List<Future<RecordMetadata>> sent)
            throws ExecutionException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + DELIVERY_TIMEOUT.toNanos();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    void commit() {
        kafka.commitTransaction();
    }

    void abort() {
        kafka.abortTransaction();
    }

    /// Does not wait for a broker that is unavailable.
    void close() {
        kafka.close(Duration.ZERO);
    }
}

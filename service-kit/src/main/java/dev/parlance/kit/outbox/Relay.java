package dev.parlance.kit.outbox;

import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.lease.LeasedWorker;
import dev.parlance.kit.lease.LeasedWorker.WorkerSettings;
import dev.parlance.kit.lease.Leases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/// Sends the outbox in the order of its ids, at least once, on one instance at a time.
///
/// Each batch is a short read, send, await all acknowledgements, short delete: no transaction of the database is
/// open while the relay waits for the broker. After a crash between sending and deleting, records are sent again
/// with the same `ce_id`, so consumers must tolerate duplicates. Taking the lease opens a new fenced producer: a
/// predecessor that was only slow can no longer commit what it sends, and an old revision cannot overtake a newer
/// one on a compacted topic.
@ApplicationScoped
public class Relay {
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);
    /// Approximate size of the values of a batch: it must be sent in time on a slow line, and fit into a small heap.
    private static final long MAX_BATCH_BYTES = 1 << 20;
    /// Fraction of its duration after which a lease is renewed: early enough for two more attempts.
    private static final int RENEWALS_PER_LEASE = 3;

    /// Pause after a batch, as a multiple of its duration.
    private static final int PAUSE_FACTOR = 2;

    private static final Duration MAX_PAUSE = Duration.ofMillis(200);

    private final Outbox outbox;
    private final FencedProducers producers;
    private final RelayConfig config;
    private final Failpoints failpoints;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final LowWatermark watermark = new LowWatermark();
    private final LeasedWorker worker;
    private FencedProducer producer;
    private Instant leaseRenewalAt = Instant.EPOCH;

    Relay(
            Outbox outbox,
            Leases leases,
            FencedProducers producers,
            RelayConfig config,
            Failpoints failpoints,
            RelayMetrics metrics,
            Clock clock) {
        this.outbox = outbox;
        this.producers = producers;
        this.config = config;
        this.failpoints = failpoints;
        this.metrics = metrics;
        this.clock = clock;
        var settings = new WorkerSettings("outbox-relay", "relay", config.leaseDuration(), RETRY_INTERVAL);
        this.worker = new LeasedWorker(leases, settings, new RelayStep());
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.requestStop();
        outbox.wake();
        worker.stop();
    }

    private final class RelayStep implements LeasedWorker.Step {
        @Override
        public Duration run() throws Exception {
            return relayBatch();
        }

        @Override
        public void reset() {
            closeProducer();
        }
    }

    /// @return pause before the next batch
    private Duration relayBatch() throws Exception {
        if (!holdsLease()) {
            closeProducer();
            return RETRY_INTERVAL;
        }
        if (producer == null) {
            producer = producers.open();
            watermark.reset();
        }
        long startedAt = System.nanoTime();
        OutboxBatch batch = outbox.findOldest(watermark.scanAfter(), config.maxBatchRows(), MAX_BATCH_BYTES);
        watermark.settle(batch);
        if (batch.rows().isEmpty()) {
            outbox.awaitAppend(config.pollInterval().toMillis());
            return Duration.ZERO;
        }
        long laterTransaction = send(batch.rows());
        watermark.observe(batch.rows(), laterTransaction);
        return batch.truncated() ? Duration.ZERO : pauseAfter(Duration.ofNanos(System.nanoTime() - startedAt));
    }

    /// A pause lets rows gather: few large batches cost far less than many small ones. It grows with the duration of a
    /// batch, because slow batches mean a busy machine.
    private Duration pauseAfter(Duration batch) {
        Duration pause = batch.multipliedBy(PAUSE_FACTOR);
        Duration bounded = pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE;
        return bounded.compareTo(config.minPause()) > 0 ? bounded : config.minPause();
    }

    private boolean holdsLease() {
        Instant now = clock.instant();
        if (producer != null && now.isBefore(leaseRenewalAt)) {
            return true;
        }
        leaseRenewalAt = now.plus(config.leaseDuration().dividedBy(RENEWALS_PER_LEASE));
        return worker.acquireLease();
    }

    /// Sends rows together; if the broker can never accept one of them, one by one, so that only that one goes to
    /// the quarantine.
    ///
    /// @return id of the last transaction that deleted rows
    private long send(List<OutboxRow> rows) throws Exception {
        try {
            return sendInTransaction(rows);
        } catch (ExecutionException | KafkaException e) {
            producer.abort();
            if (!isTooLarge(e)) {
                throw e;
            }
            if (rows.size() == 1) {
                return outbox.moveToQuarantine(rows.getFirst(), "larger than the broker takes");
            }
            // The client blames all records of the transaction for the large one.
            long last = 0;
            for (OutboxRow row : rows) {
                if (!holdsLease()) {
                    throw new IllegalStateException("another instance took the lease between two rows");
                }
                last = send(List.of(row));
            }
            return last;
        }
    }

    private long sendInTransaction(List<OutboxRow> rows) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        producer.begin();
        for (OutboxRow row : rows) {
            sent.add(producer.send(row));
        }
        producer.awaitAcknowledgements(sent);
        producer.commit();
        metrics.countSent(rows);
        failpoints.pass(Failpoint.AFTER_SEND_BEFORE_DELETE);
        return outbox.delete(rows);
    }

    /// For the topic, or for a segment of its log.
    private static boolean isTooLarge(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof RecordTooLargeException || at instanceof RecordBatchTooLargeException) {
                return true;
            }
        }
        return false;
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }
}

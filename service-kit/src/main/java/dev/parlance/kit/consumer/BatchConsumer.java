package dev.parlance.kit.consumer;

import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.offset.FreshnessTracker;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/// Applies batches of records. A transient failure is retried without end and quarantines nothing; a lasting failure
/// is narrowed down to the record that causes it, while the others are applied. The receiver stores that record as
/// failed, or it goes to the quarantine. No exception reaches the connector, which would stop its channel.
///
/// A batch that fails transiently again and again may be too large for the time or the memory that it has: it is
/// halved, down to single records. Each part that is applied lets the next one be twice as large, so that an outage
/// costs a few small transactions.
@ApplicationScoped
public class BatchConsumer {
    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);
    /// When a batch is halved. A statement is given up after 25 s: one such failure is enough.
    private static final RetryWithBackoff.Limit HALVING_LIMIT = new RetryWithBackoff.Limit(5, Duration.ofSeconds(20));

    private final Quarantine quarantine;
    private final FreshnessTracker freshness;
    private final Failpoints failpoints;
    private final ConsumerChannels channels;
    private final RetryWithBackoff retry;
    private final MeterRegistry registry;
    private final FailedAttempts failedAttempts;
    private final InFlightBatches inFlight = new InFlightBatches();

    BatchConsumer(
            Quarantine quarantine,
            FreshnessTracker freshness,
            Failpoints failpoints,
            ConsumerChannels channels,
            RetryWithBackoff retry,
            FailedAttempts failedAttempts,
            MeterRegistry registry) {
        this.quarantine = quarantine;
        this.freshness = freshness;
        this.failpoints = failpoints;
        this.channels = channels;
        this.retry = retry;
        this.registry = registry;
        this.failedAttempts = failedAttempts;
    }

    /// Returns when every record is applied or in quarantine. If the service stops first, it never returns: the
    /// batch is neither acknowledged nor rejected, and is delivered again.
    ///
    /// @return size and duration of the batch
    public BatchStats consume(ConsumerRecords<String, byte[]> records, BatchReceiver receiver) {
        long startedAt = System.nanoTime();
        if (!inFlight.begin() || !tryApply(records, receiver)) {
            parkForever();
        }
        return BatchStats.since(startedAt, records);
    }

    private boolean tryApply(ConsumerRecords<String, byte[]> records, BatchReceiver receiver) {
        try (var failures = failedAttempts.begin(records.partitions())) {
            List<InboundRecord> batch = new ArrayList<>(records.count());
            for (ConsumerRecord<String, byte[]> record : records) {
                batch.add(InboundRecord.of(record));
            }
            apply(batch, receiver, failures);
            failpoints.pass(Failpoint.AFTER_DB_COMMIT_BEFORE_ACK);
            freshness.applied(records);
            return true;
        } catch (RetryWithBackoff.ShutdownException e) {
            return false;
        } finally {
            inFlight.end();
        }
    }

    /// Before the relay stops and the connection pool closes: running batches end, and no batch begins.
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        retry.stop();
        channels.pauseAll();
        if (!inFlight.closeAndAwait(SHUTDOWN_TIMEOUT)) {
            LOG.warnf("event=batch-unfinished-at-shutdown waitedMs=%d", SHUTDOWN_TIMEOUT.toMillis());
        }
    }

    private void apply(List<InboundRecord> batch, BatchReceiver receiver, FailedAttempts.OfBatch failures) {
        int applied = 0;
        int partSize = batch.size();
        while (applied < batch.size()) {
            List<InboundRecord> part = batch.subList(applied, Math.min(applied + partSize, batch.size()));
            if (applyOrSplit(part, receiver, failures)) {
                applied += part.size();
                partSize = Math.min(partSize * 2, batch.size());
            } else {
                partSize = part.size() / 2;
                LOG.warnf("event=batch-halved topic=%s records=%d", receiver.topic(), part.size());
            }
        }
    }

    /// @return false if it failed transiently until the limit, and can be halved
    private boolean applyOrSplit(List<InboundRecord> part, BatchReceiver receiver, FailedAttempts.OfBatch failures) {
        RetryWithBackoff.Limit limit = part.size() == 1 ? RetryWithBackoff.Limit.NONE : HALVING_LIMIT;
        try {
            return retry.run(() -> receiver.apply(part), limit, failures);
        } catch (RetryWithBackoff.ShutdownException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError failure) {
            if (part.size() == 1) {
                if (!tryApplyAsFailed(part.getFirst(), receiver, failure, failures)) {
                    quarantineRecord(part.getFirst(), failure, failures);
                }
            } else {
                LOG.warnf("event=batch-split records=%d cause=%s", part.size(), TransientFailure.brief(failure));
                int half = part.size() / 2;
                apply(part.subList(0, half), receiver, failures);
                apply(part.subList(half, part.size()), receiver, failures);
            }
            return true;
        }
    }

    private boolean tryApplyAsFailed(
            InboundRecord record, BatchReceiver receiver, Throwable failure, FailedAttempts.OfBatch failures) {
        try {
            var stored = new AtomicBoolean();
            retry.run(
                    () -> stored.set(receiver.applyAsFailed(record, TransientFailure.brief(failure))),
                    RetryWithBackoff.Limit.NONE,
                    failures);
            if (stored.get()) {
                registry.counter("parlance.consumer.failed.records", "topic", record.topic())
                        .increment();
                LOG.errorf(
                        failure,
                        "event=record-stored-as-failed topic=%s partition=%d offset=%d",
                        record.topic(),
                        record.partition(),
                        record.offset());
            }
            return stored.get();
        } catch (RetryWithBackoff.ShutdownException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warnf("event=record-not-stored-as-failed cause=%s", TransientFailure.brief(e));
            return false;
        }
    }

    private void quarantineRecord(InboundRecord record, Throwable failure, FailedAttempts.OfBatch failures) {
        LOG.errorf(
                failure,
                "event=record-quarantined topic=%s partition=%d offset=%d",
                record.topic(),
                record.partition(),
                record.offset());
        QuarantineEntry entry = record.toQuarantineEntry("could not be applied: " + TransientFailure.brief(failure));
        // Lasting failures are retried, too: otherwise the record is lost, or its channel stops.
        retry.runUntilDone(() -> quarantine.add(List.of(entry)), failures);
    }

    /// For the connector, the batch is still being processed when the process ends.
    private static void parkForever() {
        while (true) {
            LockSupport.park();
            var _ = Thread.interrupted(); // otherwise park returns at once
        }
    }
}

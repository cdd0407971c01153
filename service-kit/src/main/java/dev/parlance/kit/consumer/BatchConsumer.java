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
@ApplicationScoped
public class BatchConsumer {
    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

    private final Quarantine quarantine;
    private final FreshnessTracker freshness;
    private final Failpoints failpoints;
    private final ConsumerChannels channels;
    private final RetryWithBackoff retry;
    private final MeterRegistry registry;
    private final InFlightBatches inFlight = new InFlightBatches();

    BatchConsumer(
            Quarantine quarantine,
            FreshnessTracker freshness,
            Failpoints failpoints,
            ConsumerChannels channels,
            RetryWithBackoff retry,
            MeterRegistry registry) {
        this.quarantine = quarantine;
        this.freshness = freshness;
        this.failpoints = failpoints;
        this.channels = channels;
        this.retry = retry;
        this.registry = registry;
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
        try {
            List<InboundRecord> batch = new ArrayList<>(records.count());
            for (ConsumerRecord<String, byte[]> record : records) {
                batch.add(InboundRecord.of(record));
            }
            applyOrSplit(batch, receiver);
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

    private void applyOrSplit(List<InboundRecord> batch, BatchReceiver receiver) {
        try {
            retry.run(() -> receiver.apply(batch));
        } catch (RetryWithBackoff.ShutdownException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError failure) {
            if (batch.size() == 1) {
                if (!tryApplyAsFailed(batch.getFirst(), receiver, failure)) {
                    quarantineRecord(batch.getFirst(), failure);
                }
                return;
            }
            LOG.warnf("event=batch-split records=%d cause=%s", batch.size(), TransientFailure.brief(failure));
            int half = batch.size() / 2;
            applyOrSplit(batch.subList(0, half), receiver);
            applyOrSplit(batch.subList(half, batch.size()), receiver);
        }
    }

    private boolean tryApplyAsFailed(InboundRecord record, BatchReceiver receiver, Throwable failure) {
        try {
            var stored = new AtomicBoolean();
            retry.run(() -> stored.set(receiver.applyAsFailed(record, TransientFailure.brief(failure))));
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

    private void quarantineRecord(InboundRecord record, Throwable failure) {
        LOG.errorf(
                failure,
                "event=record-quarantined topic=%s partition=%d offset=%d",
                record.topic(),
                record.partition(),
                record.offset());
        QuarantineEntry entry = record.toQuarantineEntry("could not be applied: " + TransientFailure.brief(failure));
        // Lasting failures are retried, too: otherwise the record is lost, or its channel stops.
        retry.run(() -> quarantine.add(List.of(entry)), _ -> true);
    }

    /// For the connector, the batch is still being processed when the process ends.
    private static void parkForever() {
        while (true) {
            LockSupport.park();
            var _ = Thread.interrupted(); // otherwise park returns at once
        }
    }
}

package dev.parlance.kit.intake;

import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.problem.TransientFailure;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/// Brings a batch of records to its reader, with patience: a failure that passes (a database that is away) is waited
/// out without end and sets nothing aside; one that stays is narrowed down to the record that causes it, which goes
/// to the quarantine while its neighbours go on. Nothing is thrown at the connector, which would stop its channel.
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final Quarantine quarantine;
    private final Progress progress;
    private final Failpoints failpoints;
    private final Channels channels;
    private final Patience patience;
    private final Gate gate = new Gate();

    Intake(Quarantine quarantine, Progress progress, Failpoints failpoints, Channels channels, Patience patience) {
        this.quarantine = quarantine;
        this.progress = progress;
        this.failpoints = failpoints;
        this.channels = channels;
        this.patience = patience;
    }

    /// Returns when every record has had its effect or is in quarantine. If the service stops first, it does not
    /// return at all: the batch is neither acknowledged nor refused, and will be delivered again.
    ///
    /// @return what there was to do
    public Taken take(ConsumerRecords<String, byte[]> records, RecordReader reader) {
        long begun = System.nanoTime();
        if (!gate.enter() || !isApplied(records, reader)) {
            abandon();
        }
        return Taken.since(begun, records);
    }

    private boolean isApplied(ConsumerRecords<String, byte[]> records, RecordReader reader) {
        try {
            List<Received> batch = new ArrayList<>(records.count());
            for (ConsumerRecord<String, byte[]> record : records) {
                batch.add(Received.of(record));
            }
            applyOrNarrowDown(batch, reader);
            failpoints.pass(Failpoint.AFTER_DB_COMMIT_BEFORE_ACK);
            progress.applied(records);
            return true;
        } catch (Patience.StoppedException e) {
            return false;
        } finally {
            gate.leave();
        }
    }

    /// Before the relay stops and the connection pool closes: what is at work finishes, nothing new begins.
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        patience.end();
        channels.pause();
        if (!gate.close(TO_FINISH)) {
            LOG.warnf("event=batch-cut-off waitedMs=%d", TO_FINISH.toMillis());
        }
    }

    private void applyOrNarrowDown(List<Received> batch, RecordReader reader) {
        try {
            patience.untilDone(() -> reader.apply(batch));
        } catch (Patience.StoppedException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError lasting) {
            if (batch.size() == 1) {
                setAside(batch.getFirst(), lasting);
                return;
            }
            LOG.warnf("event=batch-narrowed-down records=%d cause=%s", batch.size(), TransientFailure.brief(lasting));
            int half = batch.size() / 2;
            applyOrNarrowDown(batch.subList(0, half), reader);
            applyOrNarrowDown(batch.subList(half, batch.size()), reader);
        }
    }

    private void setAside(Received record, Throwable lasting) {
        LOG.errorf(
                lasting,
                "event=set-aside topic=%s partition=%d offset=%d",
                record.topic(),
                record.partition(),
                record.offset());
        Unread unread = record.unread("could not be applied: " + TransientFailure.brief(lasting));
        // Not even a lasting failure may end this wait: the record would be lost, or its channel would stop.
        patience.untilDone(() -> quarantine.setAside(List.of(unread)), _ -> true);
    }

    /// The connector sees a batch that is still at work when the process ends.
    private static void abandon() {
        while (true) {
            LockSupport.park();
            var _ = Thread.interrupted(); // or park returns at once from now on
        }
    }
}

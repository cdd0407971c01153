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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/// Brings a batch of records to its reader, with patience: a failure that passes (a database that is away) is waited
/// out without end and sets nothing aside; one that stays is narrowed down to the record that causes it, which goes
/// to the quarantine while its neighbours go on. Nothing is thrown at the connector, which would stop its channel.
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Quarantine quarantine;
    private final Progress progress;
    private final Failpoints failpoints;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Intake(Quarantine quarantine, Progress progress, Failpoints failpoints) {
        this.quarantine = quarantine;
        this.progress = progress;
        this.failpoints = failpoints;
    }

    /// Returns when every record has had its effect or is in quarantine.
    ///
    /// @throws StoppedException if the service stops first: the offsets must not move then
    public void take(ConsumerRecords<String, byte[]> records, RecordReader reader) {
        List<Received> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            batch.add(Received.of(record));
        }
        applyOrNarrowDown(batch, reader);
        failpoints.pass(Failpoint.AFTER_DB_COMMIT_BEFORE_ACK);
        progress.applied(records);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.countDown();
    }

    private void applyOrNarrowDown(List<Received> batch, RecordReader reader) {
        try {
            untilDone(() -> reader.apply(batch));
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException lasting) {
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

    private void setAside(Received record, RuntimeException lasting) {
        LOG.errorf(
                lasting,
                "event=set-aside topic=%s partition=%d offset=%d",
                record.topic(),
                record.partition(),
                record.offset());
        Unread unread = record.unread("could not be applied: " + TransientFailure.brief(lasting));
        untilDone(() -> quarantine.setAside(List.of(unread)));
    }

    private void untilDone(Runnable work) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!TransientFailure.isTransient(e)) {
                    throw e;
                }
                LOG.warnf("event=waiting-for-storage pauseMs=%d cause=%s", pause, TransientFailure.brief(e));
                await(pause + ThreadLocalRandom.current().nextLong(pause));
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void await(long millis) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /// The service stops while a batch waits for its storage; the batch will be delivered again.
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("the service is stopping", null, false, false);
        }
    }
}

package dev.parlance.kit.outbox;

import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.problem.TransientFailure;
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
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/// Sends the outbox in order of its ids, at least once, from one instance at a time.
///
/// Each round is short read, send, await all acknowledgements, short delete: no database transaction is open while
/// waiting for the broker. A crash between sending and deleting sends again with the same `ce_id`, so readers must
/// bear repetition. Taking the lease opens a new fenced producer: a predecessor that was only slow can no longer
/// commit what it sends, and an old revision cannot overtake a newer one on a compacted topic.
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final String LEASE = "relay";
    private static final long BACK_OFF_MILLIS = 500;
    /// Of the values of one round, about: it must leave in time on a slow line, and fit into a small heap.
    private static final long MOST_BYTES = 1 << 20;
    /// A statement may take 30 s, a transaction 60 s; then its ids are visible or gone.
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(90);
    /// Of its term, after which a lease is renewed: early enough for two more tries.
    private static final int RENEWALS_PER_TERM = 3;

    /// How much longer than a round the relay rests after it.
    private static final int RESTS_PER_ROUND = 2;

    private static final long LONGEST_REST_MILLIS = 200;

    private final Outbox outbox;
    private final Leases leases;
    private final FencedProducers producers;
    private final RelayConfig config;
    private final Failpoints failpoints;
    private final SentRecords sentRecords;
    private final Thread thread =
            Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    private final Clock clock;
    private final LowWaterMark mark = new LowWaterMark(LONGEST_TRANSACTION);
    private volatile boolean stopping;
    private FencedProducer producer;
    private Instant renewal = Instant.EPOCH;

    Relay(
            Outbox outbox,
            Leases leases,
            FencedProducers producers,
            RelayConfig config,
            Failpoints failpoints,
            SentRecords sentRecords,
            Clock clock) {
        this.outbox = outbox;
        this.leases = leases;
        this.producers = producers;
        this.config = config;
        this.failpoints = failpoints;
        this.sentRecords = sentRecords;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        outbox.wake();
        thread.join(config.lease());
    }

    private void run() {
        while (!stopping) {
            try {
                round();
            } catch (InterruptedException e) {
                stopping = true;
            } catch (Exception | Error e) { // without this thread nothing would leave, and nobody would restart it
                giveUpProducer();
                LOG.warnf("event=relay-paused cause=%s", TransientFailure.brief(e));
                pause(BACK_OFF_MILLIS);
            }
        }
        giveUpProducer();
        try {
            leases.release(LEASE);
        } catch (RuntimeException e) {
            LOG.debugf("event=lease-not-released cause=%s", TransientFailure.brief(e));
        }
    }

    private void round() throws Exception {
        if (!holdsLease()) {
            giveUpProducer();
            pause(BACK_OFF_MILLIS);
            return;
        }
        if (producer == null) {
            producer = producers.open();
            mark.reset(clock.instant());
        }
        long begun = System.nanoTime();
        List<OutboxRow> rows = outbox.oldest(mark.above(clock.instant()), config.batch(), MOST_BYTES);
        if (rows.isEmpty()) {
            outbox.awaitNews(config.poll().toMillis());
            return;
        }
        send(rows);
        mark.saw(rows, clock.instant());
        if (rows.size() < config.batch() && OutboxRow.bytes(rows) < MOST_BYTES) {
            pause(restAfter(System.nanoTime() - begun));
        }
    }

    /// Company for the next round: few large rounds cost far less than many small ones. Where rounds are slow, the
    /// machine is busy, and their price is better spent on what it is busy with.
    private long restAfter(long roundNanos) {
        long millis = Math.min(Duration.ofNanos(roundNanos * RESTS_PER_ROUND).toMillis(), LONGEST_REST_MILLIS);
        return Math.max(millis, config.pause().toMillis());
    }

    private boolean holdsLease() {
        Instant now = clock.instant();
        if (producer != null && now.isBefore(renewal)) {
            return true;
        }
        renewal = now.plus(config.lease().dividedBy(RENEWALS_PER_TERM));
        return leases.take(LEASE, config.lease());
    }

    /// Sends rows together; where the broker will never take one of them, one by one, so that only that one is set
    /// aside.
    private void send(List<OutboxRow> rows) throws Exception {
        try {
            sendTogether(rows);
        } catch (ExecutionException | KafkaException e) {
            producer.abort();
            if (!isTooLarge(e)) {
                throw e;
            }
            if (rows.size() == 1) {
                outbox.moveToQuarantine(rows.getFirst(), "larger than the broker takes");
                return;
            }
            // The client blames all records of the transaction for the large one.
            for (OutboxRow row : rows) {
                send(List.of(row));
            }
        }
    }

    private void sendTogether(List<OutboxRow> rows) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        producer.begin();
        for (OutboxRow row : rows) {
            sent.add(producer.send(row));
        }
        producer.await(sent);
        producer.commit();
        sentRecords.count(rows);
        failpoints.pass(Failpoint.AFTER_SEND_BEFORE_DELETE);
        outbox.delete(rows);
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }

    private void giveUpProducer() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}

package dev.parlance.kit.outbox;

import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

    private final Outbox outbox;
    private final Leases leases;
    private final FencedProducers producers;
    private final RelayConfig config;
    private final Thread thread =
            Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private FencedProducer producer;

    Relay(Outbox outbox, Leases leases, FencedProducers producers, RelayConfig config) {
        this.outbox = outbox;
        this.leases = leases;
        this.producers = producers;
        this.config = config;
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
            } catch (Exception e) {
                giveUpProducer();
                LOG.warnf("event=relay-paused cause=%s", TransientFailure.brief(e));
                pause();
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
        if (!leases.take(LEASE, config.lease())) {
            giveUpProducer();
            pause();
            return;
        }
        if (producer == null) {
            producer = producers.open();
        }
        List<OutboxRow> rows = outbox.oldest(config.batch());
        if (rows.isEmpty()) {
            outbox.awaitNews(config.poll().toMillis());
            return;
        }
        send(rows);
    }

    private void send(List<OutboxRow> rows) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        producer.begin();
        try {
            for (OutboxRow row : rows) {
                sent.add(producer.send(row));
            }
            producer.flush();
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException | KafkaException e) {
            producer.abort();
            if (!setAsideTheTooLarge(rows, sent)) {
                throw e;
            }
            return;
        }
        producer.commit();
        outbox.delete(rows);
    }

    /// One row that the broker will never take must not keep its neighbours waiting.
    ///
    /// @return whether there was one; the others are then sent by the next round
    private boolean setAsideTheTooLarge(List<OutboxRow> rows, List<Future<RecordMetadata>> sent) {
        for (int at = 0; at < sent.size(); at++) {
            if (sent.get(at).state() == Future.State.FAILED
                    && sent.get(at).exceptionNow() instanceof RecordTooLargeException) {
                OutboxRow row = rows.get(at);
                outbox.moveToQuarantine(row, "larger than the broker takes");
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

    private void pause() {
        try {
            Thread.sleep(BACK_OFF_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}

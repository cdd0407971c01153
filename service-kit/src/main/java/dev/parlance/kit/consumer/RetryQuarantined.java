package dev.parlance.kit.consumer;

import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.outbox.CurrentEvents;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Applies a record in quarantine again as if it had just arrived, because an operator asks for it. A record that
/// still fails is stored as failed by its receiver, or stays in quarantine with one attempt more. An event that the
/// broker refused is sent again as it stands now, where its topic is compacted: behind a newer revision, the refused
/// one would stay.
@ApplicationScoped
class RetryQuarantined {
    private static final Logger LOG = Logger.getLogger(RetryQuarantined.class);

    private final Quarantine quarantine;
    private final Outbox outbox;
    private final Instance<BatchReceiver> receivers;
    private final Instance<CurrentEvents> currentEvents;

    RetryQuarantined(
            Quarantine quarantine,
            Outbox outbox,
            @Any Instance<BatchReceiver> receivers,
            @Any Instance<CurrentEvents> currentEvents) {
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.receivers = receivers;
        this.currentEvents = currentEvents;
    }

    void retry(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> apply(id));
        } catch (RuntimeException e) {
            if (e instanceof NotFound || TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.warnf("event=quarantine-retry-failed id=%s cause=%s", id, TransientFailure.brief(e));
            if (!tryApplyAsFailed(id, TransientFailure.brief(e))) {
                QuarkusTransaction.requiringNew().run(() -> quarantine.incrementAttempts(id));
            }
        }
    }

    private void apply(UUID id) {
        QuarantineEntry record = lock(id);
        quarantine.updateStatus(id, "retried");
        InboundRecord received = InboundRecord.of(record);
        if (isUnsent(record)) {
            send(received);
        } else {
            receiver(record).apply(List.of(received));
        }
    }

    private boolean tryApplyAsFailed(UUID id, String cause) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                QuarantineEntry record = lock(id);
                return !isUnsent(record)
                        && receiver(record).applyAsFailed(InboundRecord.of(record), cause)
                        && quarantine.updateStatus(id, "retried");
            });
        } catch (RuntimeException e) {
            if (TransientFailure.isTransient(e)) {
                throw e;
            }
            return false;
        }
    }

    private QuarantineEntry lock(UUID id) {
        return quarantine.findForUpdate(id).orElseThrow(() -> new NotFound("No record in quarantine has this id"));
    }

    private static boolean isUnsent(QuarantineEntry record) {
        return record.partition() == QuarantineEntry.OUTBOX_PARTITION;
    }

    private void send(InboundRecord refused) {
        currentEvents.stream()
                .filter(events -> events.topic().equals(refused.topic()))
                .findFirst()
                .ifPresentOrElse(
                        events -> events.publish(refused.key()),
                        () -> outbox.append(List.of(
                                new OutboxRecord(refused.topic(), refused.key(), refused.headers(), refused.value()))));
    }

    private BatchReceiver receiver(QuarantineEntry record) {
        return receivers.stream()
                .filter(receiver -> receiver.topic().equals(record.topic()))
                .findFirst()
                .orElseThrow(() -> new NotFound("This service no longer reads " + record.topic()));
    }
}

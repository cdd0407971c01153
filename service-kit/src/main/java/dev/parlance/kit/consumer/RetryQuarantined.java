package dev.parlance.kit.consumer;

import dev.parlance.kit.jdbc.TransientFailure;
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
/// still fails stays in quarantine with one attempt more.
@ApplicationScoped
class RetryQuarantined {
    private static final Logger LOG = Logger.getLogger(RetryQuarantined.class);

    private final Quarantine quarantine;
    private final Outbox outbox;
    private final Instance<BatchReceiver> receivers;

    RetryQuarantined(Quarantine quarantine, Outbox outbox, @Any Instance<BatchReceiver> receivers) {
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.receivers = receivers;
    }

    void retry(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> apply(id));
        } catch (RuntimeException e) {
            if (e instanceof NotFound || TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.warnf("event=quarantine-retry-failed id=%s cause=%s", id, TransientFailure.brief(e));
            QuarkusTransaction.requiringNew().run(() -> quarantine.incrementAttempts(id));
        }
    }

    private void apply(UUID id) {
        QuarantineEntry record =
                quarantine.findForUpdate(id).orElseThrow(() -> new NotFound("No record in quarantine has this id"));
        quarantine.updateStatus(id, "retried");
        InboundRecord received = InboundRecord.of(record);
        if (record.partition() == QuarantineEntry.OUTBOX_PARTITION) {
            outbox.append(
                    List.of(new OutboxRecord(received.topic(), received.key(), received.headers(), received.value())));
            return;
        }
        receivers.stream()
                .filter(receiver -> receiver.topic().equals(record.topic()))
                .findFirst()
                .orElseThrow(() -> new NotFound("This service no longer reads " + record.topic()))
                .apply(List.of(received));
    }
}

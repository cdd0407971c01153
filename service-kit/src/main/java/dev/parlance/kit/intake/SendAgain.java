package dev.parlance.kit.intake;

import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.problem.TransientFailure;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// A person thinks that a record in quarantine will go through now: it is read again as if it had just arrived.
/// If it still cannot be read, it waits again with one attempt more.
@ApplicationScoped
class SendAgain {
    private static final Logger LOG = Logger.getLogger(SendAgain.class);

    private final Quarantine quarantine;
    private final Outbox outbox;
    private final Instance<RecordReader> readers;

    SendAgain(Quarantine quarantine, Outbox outbox, @Any Instance<RecordReader> readers) {
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.readers = readers;
    }

    void sendAgain(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> apply(id));
        } catch (RuntimeException e) {
            if (e instanceof NotFound || TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.warnf("event=still-not-applicable id=%s cause=%s", id, TransientFailure.brief(e));
            QuarkusTransaction.requiringNew().run(() -> quarantine.countAttempt(id));
        }
    }

    private void apply(UUID id) {
        Unread record = quarantine.locked(id).orElseThrow(() -> new NotFound("No record in quarantine has this id"));
        quarantine.mark(id, "retried");
        Received received = Received.of(record);
        if (record.partition() == Unread.OUTBOX) {
            outbox.append(
                    List.of(new OutboxRecord(received.topic(), received.key(), received.headers(), received.value())));
            return;
        }
        readers.stream()
                .filter(reader -> reader.topic().equals(record.topic()))
                .findFirst()
                .orElseThrow(() -> new NotFound("This service no longer reads " + record.topic()))
                .apply(List.of(received));
    }
}

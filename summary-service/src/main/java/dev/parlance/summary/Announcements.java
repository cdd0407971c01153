package dev.parlance.summary;

import dev.parlance.contract.EventCodec;
import dev.parlance.contract.EventRecord;
import dev.parlance.contract.SummaryEvent;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.outbox.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/// What summaries tell the others, put into the outbox of the transaction that made it true.
@ApplicationScoped
public class Announcements {
    private final Outbox outbox;
    private final ServiceConfig service;

    Announcements(Outbox outbox, ServiceConfig service) {
        this.outbox = outbox;
        this.service = service;
    }

    /// @param changed the new last values of their keys
    /// @param gone    with the revision of their end: their keys get a null value
    public void announce(List<? extends SummaryEvent> changed, List<? extends SummaryEvent> gone) {
        outbox.append(Stream.concat(
                        changed.stream().map(event -> EventCodec.encode(event, service.name())),
                        gone.stream().map(event -> EventCodec.tombstone(event, service.name())))
                .map(this::record)
                .toList());
    }

    private OutboxRecord record(EventRecord event) {
        return new OutboxRecord(event.topic().name(service.topicPrefix()), event.key(), event.headers(), event.value());
    }
}

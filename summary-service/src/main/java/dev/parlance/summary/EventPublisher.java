package dev.parlance.summary;

import dev.parlance.contract.event.SummaryEvent;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.contract.json.EventRecord;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/// Publishes summary events through the outbox, in the caller's transaction.
@ApplicationScoped
public class EventPublisher {
    private final Outbox outbox;
    private final ServiceConfig service;

    EventPublisher(Outbox outbox, ServiceConfig service) {
        this.outbox = outbox;
        this.service = service;
    }

    /// @param changed the new values of their keys
    /// @param deleted with the revisions of their tombstones: their keys get a null value
    public void publish(List<? extends SummaryEvent> changed, List<? extends SummaryEvent> deleted) {
        outbox.append(Stream.concat(
                        changed.stream().map(event -> EventCodec.encode(event, service.name())),
                        deleted.stream().map(event -> EventCodec.tombstone(event, service.name())))
                .map(this::record)
                .toList());
    }

    private OutboxRecord record(EventRecord event) {
        return new OutboxRecord(event.topic().name(service.topicPrefix()), event.key(), event.headers(), event.value());
    }
}

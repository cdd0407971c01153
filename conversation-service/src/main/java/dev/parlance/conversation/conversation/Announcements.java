package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationEvent;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.EventRecord;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.outbox.ServiceConfig;
import dev.parlance.kit.outbox.Write;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What conversations tell the others, put into the outbox of the transaction that made it true.
@ApplicationScoped
public class Announcements {
    private final Outbox outbox;
    private final ServiceConfig service;

    Announcements(Outbox outbox, ServiceConfig service) {
        this.outbox = outbox;
        this.service = service;
    }

    public void announce(List<? extends ConversationEvent> events) {
        outbox.append(events.stream().map(this::record).toList());
    }

    /// @param cause the `traceparent` of the request that made it true; null where it had none
    public record Caused(ConversationEvent event, String cause) {}

    /// @param writes what makes it true, done in the same statement
    public void announceCaused(List<Caused> events, List<Write> writes) {
        outbox.append(
                events.stream()
                        .map(one -> record(one.event()).causedBy(one.cause()))
                        .toList(),
                writes);
    }

    /// An event as it is sent.
    public OutboxRecord record(ConversationEvent event) {
        EventRecord record = EventCodec.encode(event, service.name());
        return new OutboxRecord(
                record.topic().name(service.topicPrefix()), record.key(), record.headers(), record.value());
    }
}

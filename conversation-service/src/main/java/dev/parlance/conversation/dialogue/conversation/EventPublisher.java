package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.event.ConversationEvent;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.contract.json.EventRecord;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.jdbc.SqlPart;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What conversations tell the others, put into the outbox of the transaction that made it true.
@ApplicationScoped
public class EventPublisher {
    private final Outbox outbox;
    private final ServiceConfig service;

    EventPublisher(Outbox outbox, ServiceConfig service) {
        this.outbox = outbox;
        this.service = service;
    }

    public void publish(List<? extends ConversationEvent> events) {
        outbox.append(events.stream().map(this::toRecord).toList());
    }

    /// Publishes records of [#toRecord] for a store whose own statement executes this part, see [Outbox#insertPart].
    public SqlPart insertPart(List<OutboxRecord> events) {
        return outbox.insertPart(events);
    }

    /// An event as it is sent.
    public OutboxRecord toRecord(ConversationEvent event) {
        EventRecord record = EventCodec.encode(event, service.name());
        return new OutboxRecord(
                record.topic().name(service.topicPrefix()), record.key(), record.headers(), record.value());
    }
}

package dev.parlance.analysis.turn;

import dev.parlance.analysis.turn.store.PublishedTurn;
import dev.parlance.contract.event.AnalysisEvent;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.contract.json.EventRecord;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Publishes the analysis' events through the outbox, in the caller's transaction.
@ApplicationScoped
public class AnalysisEventPublisher {
    private final Outbox outbox;
    private final ServiceConfig service;

    AnalysisEventPublisher(Outbox outbox, ServiceConfig service) {
        this.outbox = outbox;
        this.service = service;
    }

    void publish(List<PublishedTurn> turns) {
        outbox.append(turns.stream()
                .map(turn -> encode(turn.event()).inTraceOf(turn.turn().traceparent()))
                .toList());
    }

    /// An event as it is sent.
    public OutboxRecord encode(AnalysisEvent event) {
        EventRecord record = EventCodec.encode(event, service.name());
        return new OutboxRecord(
                record.topic().name(service.topicPrefix()), record.key(), record.headers(), record.value());
    }
}

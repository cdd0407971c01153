package dev.parlance.analysis.turn;

import dev.parlance.contract.AnalysisEvent;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.EventRecord;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.outbox.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What the analysis tells the others, put into the outbox of the transaction that made it true.
@ApplicationScoped
public class Announcements {
    private final Outbox outbox;
    private final ServiceConfig service;

    Announcements(Outbox outbox, ServiceConfig service) {
        this.outbox = outbox;
        this.service = service;
    }

    void announce(List<ToldTurn> turns) {
        outbox.append(turns.stream()
                .map(turn -> record(turn.event()).causedBy(turn.turn().cause()))
                .toList());
    }

    /// An event as it is sent.
    public OutboxRecord record(AnalysisEvent event) {
        EventRecord record = EventCodec.encode(event, service.name());
        return new OutboxRecord(
                record.topic().name(service.topicPrefix()), record.key(), record.headers(), record.value());
    }
}

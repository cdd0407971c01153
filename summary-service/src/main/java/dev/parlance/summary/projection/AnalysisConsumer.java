package dev.parlance.summary.projection;

import dev.parlance.contract.event.AnalysisEvent;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.Topic;
import dev.parlance.contract.json.Decoded.Known;
import dev.parlance.contract.json.Decoded.Unknown;
import dev.parlance.contract.json.Decoded.Unreadable;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.consumer.BatchConsumer;
import dev.parlance.kit.consumer.BatchReceiver;
import dev.parlance.kit.consumer.InboundRecord;
import dev.parlance.kit.quarantine.QuarantineEntry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Consumes `analysis-events` and passes each batch of analysed turns to [ProjectDays].
@ApplicationScoped
class AnalysisConsumer implements BatchReceiver {
    private static final EventCodec<AnalysisEvent> CODEC = new EventCodec<>(AnalysisEvent.class);

    private final BatchConsumer consumer;
    private final ProjectDays projectDays;
    private final ServiceConfig service;

    AnalysisConsumer(BatchConsumer consumer, ProjectDays projectDays, ServiceConfig service) {
        this.consumer = consumer;
        this.projectDays = projectDays;
        this.service = service;
    }

    @Incoming("analysis-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> batch) {
        consumer.consume(batch, this);
    }

    @Override
    public String topic() {
        return Topic.ANALYSIS_EVENTS.name(service.topicPrefix());
    }

    @Override
    public void apply(List<InboundRecord> batch) {
        List<TurnAnalyzed> turns = new ArrayList<>(batch.size());
        List<QuarantineEntry> unreadable = new ArrayList<>();
        for (InboundRecord record : batch) {
            switch (CODEC.decode(record.type(), record.value())) {
                case Known(TurnAnalyzed turn) -> turns.add(turn);
                case Unknown<AnalysisEvent> _ -> {}
                case Unreadable(String reason) -> unreadable.add(record.toQuarantineEntry(reason));
            }
        }
        projectDays.project(turns, unreadable);
    }
}

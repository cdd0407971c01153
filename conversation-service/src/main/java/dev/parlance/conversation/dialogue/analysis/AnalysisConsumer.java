package dev.parlance.conversation.dialogue.analysis;

import dev.parlance.contract.event.AnalysisEvent;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.Topic;
import dev.parlance.contract.id.TurnId;
import dev.parlance.contract.json.Decoded.Known;
import dev.parlance.contract.json.Decoded.Unknown;
import dev.parlance.contract.json.Decoded.Unreadable;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.conversation.stream.event.AdaptiveBatchDelay;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.consumer.BatchConsumer;
import dev.parlance.kit.consumer.BatchReceiver;
import dev.parlance.kit.consumer.InboundRecord;
import dev.parlance.kit.quarantine.QuarantineEntry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Consumes `analysis-events`: maps TurnAnalyzed events and passes them to [StoreAnalyzedTurns].
@ApplicationScoped
class AnalysisConsumer implements BatchReceiver {
    private static final EventCodec<AnalysisEvent> CODEC = new EventCodec<>(AnalysisEvent.class);

    private final BatchConsumer batchConsumer;
    private final StoreAnalyzedTurns storeAnalyzedTurns;
    private final AdaptiveBatchDelay batchDelay;
    private final ServiceConfig service;

    AnalysisConsumer(
            BatchConsumer batchConsumer,
            StoreAnalyzedTurns storeAnalyzedTurns,
            AdaptiveBatchDelay batchDelay,
            ServiceConfig service) {
        this.batchConsumer = batchConsumer;
        this.storeAnalyzedTurns = storeAnalyzedTurns;
        this.batchDelay = batchDelay;
        this.service = service;
    }

    @Incoming("analysis-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> batch) {
        batchDelay.delayAfter(batchConsumer.consume(batch, this));
    }

    @Override
    public String topic() {
        return Topic.ANALYSIS_EVENTS.name(service.topicPrefix());
    }

    @Override
    public void apply(List<InboundRecord> batch) {
        Map<String, TurnAnalyzed> newest = new TreeMap<>(Comparator.naturalOrder());
        List<QuarantineEntry> unreadable = new ArrayList<>();
        for (InboundRecord record : batch) {
            switch (CODEC.decode(record.type(), record.value())) {
                case Known(TurnAnalyzed turn) ->
                    newest.merge(
                            key(turn.tenant(), turn.turnId()),
                            turn,
                            (one, other) -> one.revision() >= other.revision() ? one : other);
                case Unknown<AnalysisEvent> _ -> {}
                case Unreadable(String reason) -> unreadable.add(record.toQuarantineEntry(reason));
            }
        }
        storeAnalyzedTurns.store(newest.values(), unreadable);
    }

    private static String key(String tenant, TurnId turn) {
        return tenant + "/" + turn;
    }
}

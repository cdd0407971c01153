package dev.parlance.analysis.turn;

import dev.parlance.contract.event.ConversationEvent;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.event.ConversationEvent.TurnTranscribed;
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
import dev.parlance.kit.trace.TraceParent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Receives the conversations' events and has their turns analysed, as recorded and as transcribed later.
@ApplicationScoped
class TurnConsumer implements BatchReceiver {
    private static final EventCodec<ConversationEvent> CODEC = new EventCodec<>(ConversationEvent.class);

    /// The header of an event that is published again because no analysis of the turn has arrived.
    private static final String REANNOUNCED_HEADER = "ce_again";

    private final BatchConsumer batchConsumer;
    private final AnalyzeTurns analyzeTurns;
    private final ServiceConfig service;

    TurnConsumer(BatchConsumer batchConsumer, AnalyzeTurns analyzeTurns, ServiceConfig service) {
        this.batchConsumer = batchConsumer;
        this.analyzeTurns = analyzeTurns;
        this.service = service;
    }

    @Incoming("conversation-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> batch) {
        batchConsumer.consume(batch, this);
    }

    @Override
    public String topic() {
        return Topic.CONVERSATION_EVENTS.name(service.topicPrefix());
    }

    @Override
    public void apply(List<InboundRecord> batch) {
        List<InboundTurn> turns = new ArrayList<>(batch.size());
        List<QuarantineEntry> unreadable = new ArrayList<>();
        for (InboundRecord record : batch) {
            switch (CODEC.decode(record.type(), record.value())) {
                case Known(TurnRecorded turn) -> turns.add(recorded(turn, record));
                case Known(TurnTranscribed turn) -> turns.add(transcribed(turn, record));
                case Known<ConversationEvent> _, Unknown<ConversationEvent> _ -> {}
                case Unreadable(String reason) -> unreadable.add(record.toQuarantineEntry(reason));
            }
        }
        analyzeTurns.apply(turns, unreadable);
    }

    @Override
    public boolean applyAsFailed(InboundRecord record, String cause) {
        return switch (CODEC.decode(record.type(), record.value())) {
            case Known(TurnRecorded turn) -> applyAsFailed(recorded(turn, record), cause);
            case Known(TurnTranscribed turn) -> applyAsFailed(transcribed(turn, record), cause);
            case Known<ConversationEvent> _, Unknown<ConversationEvent> _, Unreadable<ConversationEvent> _ -> false;
        };
    }

    private boolean applyAsFailed(InboundTurn turn, String cause) {
        analyzeTurns.applyAsFailed(turn, cause);
        return true;
    }

    private static InboundTurn recorded(TurnRecorded turn, InboundRecord record) {
        return new InboundTurn(
                turn,
                new String(record.value(), StandardCharsets.UTF_8),
                0,
                record.headers().get(TraceParent.HEADER),
                "true".equals(record.headers().get(REANNOUNCED_HEADER)));
    }

    private InboundTurn transcribed(TurnTranscribed transcribed, InboundRecord record) {
        TurnRecorded turn = transcribed.turn();
        return new InboundTurn(
                turn,
                new String(EventCodec.encode(turn, service.name()).value(), StandardCharsets.UTF_8),
                transcribed.revision(),
                record.headers().get(TraceParent.HEADER),
                "true".equals(record.headers().get(REANNOUNCED_HEADER)));
    }
}

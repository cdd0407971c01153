package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.Decoded.Known;
import dev.parlance.contract.Decoded.Unknown;
import dev.parlance.contract.Decoded.Unreadable;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.Topic;
import dev.parlance.kit.intake.Intake;
import dev.parlance.kit.intake.Received;
import dev.parlance.kit.intake.RecordReader;
import dev.parlance.kit.outbox.ServiceConfig;
import dev.parlance.kit.outbox.TraceParent;
import dev.parlance.kit.quarantine.Unread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Reads the conversations' events and hands on the turns, as they were recorded and as they were heard later.
@ApplicationScoped
class TurnConsumer implements RecordReader {
    private static final EventCodec<ConversationEvent> CODEC = new EventCodec<>(ConversationEvent.class);

    /// The header of an announcement that is made once more because no analysis of the turn was heard of.
    private static final String AGAIN = "ce_again";

    private final Intake intake;
    private final AnalyzeTurns analyzeTurns;
    private final ServiceConfig service;

    TurnConsumer(Intake intake, AnalyzeTurns analyzeTurns, ServiceConfig service) {
        this.intake = intake;
        this.analyzeTurns = analyzeTurns;
        this.service = service;
    }

    @Incoming("conversation-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> batch) {
        intake.take(batch, this);
    }

    @Override
    public String topic() {
        return Topic.CONVERSATION_EVENTS.name(service.topicPrefix());
    }

    @Override
    public void apply(List<Received> batch) {
        List<RecordedTurn> turns = new ArrayList<>(batch.size());
        List<Unread> unread = new ArrayList<>();
        for (Received record : batch) {
            switch (CODEC.decode(record.type(), record.value())) {
                case Known(TurnRecorded turn) -> turns.add(recorded(turn, record));
                case Known(TurnTranscribed turn) -> turns.add(transcribed(turn, record));
                case Known<ConversationEvent> _, Unknown<ConversationEvent> _ -> {}
                case Unreadable(String reason) -> unread.add(record.unread(reason));
            }
        }
        analyzeTurns.apply(turns, unread);
    }

    private static RecordedTurn recorded(TurnRecorded turn, Received record) {
        return new RecordedTurn(
                turn,
                new String(record.value(), StandardCharsets.UTF_8),
                0,
                record.headers().get(TraceParent.HEADER),
                "true".equals(record.headers().get(AGAIN)));
    }

    private RecordedTurn transcribed(TurnTranscribed heard, Received record) {
        TurnRecorded turn = heard.turn();
        return new RecordedTurn(
                turn,
                new String(EventCodec.encode(turn, service.name()).value(), StandardCharsets.UTF_8),
                heard.revision(),
                record.headers().get(TraceParent.HEADER),
                "true".equals(record.headers().get(AGAIN)));
    }
}

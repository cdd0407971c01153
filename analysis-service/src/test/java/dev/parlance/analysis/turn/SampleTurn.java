package dev.parlance.analysis.turn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.event.ConversationEvent;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.event.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.contract.json.EventRecord;
import dev.parlance.kit.consumer.InboundRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// A turn as the conversation-service would publish it.
public record SampleTurn(
        String tenant,
        String learner,
        UUID conversation,
        UUID turn,
        int sequence,
        Instant occurredAt,
        String language,
        String learnerText,
        String replyText) {
    private static final AtomicLong OFFSETS = new AtomicLong();
    static final Instant NOON = Instant.parse("2026-11-09T03:00:00Z");

    public static SampleTurn byHana(String text) {
        return new SampleTurn(
                "default",
                "hana-" + UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                NOON,
                "ja",
                text,
                "うん");
    }

    SampleTurn byLearner(String other) {
        return new SampleTurn(
                tenant, other, conversation, turn, sequence, occurredAt, language, learnerText, replyText);
    }

    public SampleTurn withLearnerText(String text) {
        return new SampleTurn(tenant, learner, conversation, turn, sequence, occurredAt, language, text, replyText);
    }

    public SampleTurn inLanguage(String other) {
        return new SampleTurn(tenant, learner, conversation, turn, sequence, occurredAt, other, learnerText, replyText);
    }

    public SampleTurn at(Instant when) {
        return new SampleTurn(tenant, learner, conversation, turn, sequence, when, language, learnerText, replyText);
    }

    SampleTurn ofTenant(String other) {
        return new SampleTurn(
                other, learner, conversation, turn, sequence, occurredAt, language, learnerText, replyText);
    }

    SampleTurn withSequence(int other) {
        return new SampleTurn(tenant, learner, conversation, turn, other, occurredAt, language, learnerText, replyText);
    }

    public SampleTurn withReply(String text) {
        return new SampleTurn(tenant, learner, conversation, turn, sequence, occurredAt, language, learnerText, text);
    }

    public SampleTurn next(String text) {
        return new SampleTurn(
                tenant,
                learner,
                conversation,
                UUID.randomUUID(),
                sequence + 1,
                occurredAt.plusSeconds(10),
                language,
                text,
                replyText);
    }

    public SampleTurn inAnotherConversation() {
        return new SampleTurn(
                tenant, learner, UUID.randomUUID(), UUID.randomUUID(), 1, occurredAt, language, learnerText, replyText);
    }

    public TurnRecorded toEvent() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        TurnContext context = new TurnContext(
                tenant,
                learner,
                new ConversationId(conversation),
                new TurnId(turn),
                sequence,
                "app",
                "free-talk",
                language,
                tokyo.getId(),
                LocalDate.ofInstant(occurredAt, tokyo),
                occurredAt);
        return new TurnRecorded(
                context,
                false,
                occurredAt.plusMillis(300),
                learnerText,
                replyText,
                1500,
                null,
                JsonNodeFactory.instance.objectNode());
    }

    InboundRecord toRecord() {
        return toRecordOf(toEvent());
    }

    /// The event of a later transcript.
    public InboundRecord transcribed(long revision, String text) {
        return transcribed(revision, text, 1500);
    }

    /// @param durationMs how long the learner spoke; null: unknown
    InboundRecord transcribed(long revision, String text, Integer durationMs) {
        TurnRecorded recorded = toEvent();
        return toRecordOf(new TurnTranscribed(
                recorded.context(),
                recorded.guest(),
                revision,
                recorded.recordedAt(),
                occurredAt.plusSeconds(revision),
                text,
                replyText,
                durationMs,
                null,
                0.9,
                recorded.metadata()));
    }

    private static InboundRecord toRecordOf(ConversationEvent event) {
        EventRecord record = EventCodec.encode(event, "conversation-service");
        return new InboundRecord(
                "parlance.conversation-events",
                0,
                OFFSETS.incrementAndGet(),
                record.key(),
                record.headers(),
                record.value());
    }
}

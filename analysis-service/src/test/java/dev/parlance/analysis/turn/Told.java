package dev.parlance.analysis.turn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.ConversationEvent;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.EventRecord;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.intake.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// What the conversation-service would tell of a turn.
record Told(
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

    static Told byHana(String text) {
        return new Told(
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

    Told of(String other) {
        return new Told(tenant, other, conversation, turn, sequence, occurredAt, language, learnerText, replyText);
    }

    Told saying(String text) {
        return new Told(tenant, learner, conversation, turn, sequence, occurredAt, language, text, replyText);
    }

    Told in(String tongue) {
        return new Told(tenant, learner, conversation, turn, sequence, occurredAt, tongue, learnerText, replyText);
    }

    Told at(Instant when) {
        return new Told(tenant, learner, conversation, turn, sequence, when, language, learnerText, replyText);
    }

    Told replying(String text) {
        return new Told(tenant, learner, conversation, turn, sequence, occurredAt, language, learnerText, text);
    }

    Told then(String text) {
        return new Told(
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

    Told inAnotherConversation() {
        return new Told(
                tenant, learner, UUID.randomUUID(), UUID.randomUUID(), 1, occurredAt, language, learnerText, replyText);
    }

    TurnRecorded event() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        return new TurnRecorded(
                tenant,
                learner,
                false,
                new ConversationId(conversation),
                new TurnId(turn),
                sequence,
                "app",
                "free-talk",
                language,
                tokyo.getId(),
                LocalDate.ofInstant(occurredAt, tokyo),
                occurredAt,
                occurredAt.plusMillis(300),
                learnerText,
                replyText,
                1500,
                null,
                JsonNodeFactory.instance.objectNode());
    }

    Received record() {
        return received(event());
    }

    /// What is told when somebody has heard this in the turn.
    Received heard(long revision, String text) {
        return heard(revision, text, 1500);
    }

    /// The same, and for how long the learner spoke; null: nobody knows.
    Received heard(long revision, String text, Integer durationMs) {
        return received(TurnTranscribed.of(
                event(), revision, text, language, durationMs, null, 0.9, occurredAt.plusSeconds(revision)));
    }

    private static Received received(ConversationEvent event) {
        EventRecord record = EventCodec.encode(event, "conversation-service");
        return new Received(
                "parlance.conversation-events",
                0,
                OFFSETS.incrementAndGet(),
                record.key(),
                record.headers(),
                record.value());
    }
}

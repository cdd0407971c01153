package dev.parlance.conversation.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.WordTiming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A turn as it is answered.
public record TurnView(
        UUID id,
        UUID conversationId,
        int sequence,
        String learnerText,
        String replyText,
        Instant occurredAt,
        Instant recordedAt,
        Integer durationMs,
        String language,
        List<WordTiming> wordTimings,
        List<String> audio,
        JsonNode metadata) {
    static TurnView of(Turn turn) {
        return new TurnView(
                turn.id().value(),
                turn.conversationId().value(),
                turn.sequence(),
                turn.learnerText(),
                turn.replyText(),
                turn.occurredAt(),
                turn.recordedAt(),
                turn.durationMs(),
                turn.language(),
                turn.wordTimings(),
                turn.audio(),
                turn.metadata() == null ? JsonNodeFactory.instance.objectNode() : turn.metadata());
    }
}

package dev.parlance.conversation.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.WordTiming;
import dev.parlance.conversation.live.TurnAnalysis;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A turn as it is answered.
///
/// @param analysis what was found in it, where the client preferred to wait for it and it came in time; absent
///                 otherwise
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
        JsonNode metadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) TurnAnalysis analysis) {
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
                turn.metadata() == null ? JsonNodeFactory.instance.objectNode() : turn.metadata(),
                null);
    }

    TurnView with(TurnAnalysis found) {
        return new TurnView(
                id,
                conversationId,
                sequence,
                learnerText,
                replyText,
                occurredAt,
                recordedAt,
                durationMs,
                language,
                wordTimings,
                audio,
                metadata,
                found);
    }
}

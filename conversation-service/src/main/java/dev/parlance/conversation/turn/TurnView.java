package dev.parlance.conversation.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.WordTiming;
import dev.parlance.conversation.live.TurnAnalysis;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A turn as it is answered: with what the learner is known to have said by now.
///
/// @param transcript where that comes from a transcript; null where the client has sent it with the turn
/// @param analysis   what was found in it, where the client preferred to wait for it and it came in time; absent
///                   otherwise
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
        Heard transcript,
        @JsonInclude(JsonInclude.Include.NON_NULL) TurnAnalysis analysis) {
    /// @param revision   grows with every transcript of the turn, and when it becomes known how long it took
    /// @param confidence 0 to 1; null where nobody has said
    public record Heard(long revision, Double confidence, Instant transcribedAt) {}

    static TurnView of(Turn turn) {
        Transcript heard = turn.transcript();
        return new TurnView(
                turn.id().value(),
                turn.conversationId().value(),
                turn.sequence(),
                heard == null ? turn.learnerText() : heard.text(),
                turn.replyText(),
                turn.occurredAt(),
                turn.recordedAt(),
                turn.durationMs(),
                heard == null ? turn.language() : heard.language(),
                heard == null ? turn.wordTimings() : heard.wordTimings(),
                turn.audio(),
                turn.metadata() == null ? JsonNodeFactory.instance.objectNode() : turn.metadata(),
                heard == null ? null : new Heard(heard.revision(), heard.confidence(), heard.transcribedAt()),
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
                transcript,
                found);
    }
}

package dev.parlance.conversation.dialogue.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.event.WordTiming;
import dev.parlance.conversation.dialogue.analysis.TurnAnalysis;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A turn in a response. Text, language and word timings are those of the transcript, if there is one.
///
/// @param transcript null if the learner's text came with the turn
/// @param analysis   absent unless the client sent `Prefer: wait` and the analysis came in time
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
    /// The transcript without its text. The name is that of the schema in OpenAPI.
    ///
    /// @param revision   grows with every transcript of the turn, and when its duration changes
    /// @param confidence 0 to 1; null if unknown
    public record Heard(long revision, Double confidence, Instant transcribedAt) {}

    public static TurnView of(Turn turn) {
        Transcript transcript = turn.transcript();
        return new TurnView(
                turn.id().value(),
                turn.conversationId().value(),
                turn.sequence(),
                transcript == null ? turn.learnerText() : transcript.text(),
                turn.replyText(),
                turn.occurredAt(),
                turn.recordedAt(),
                turn.durationMs(),
                transcript == null ? turn.language() : transcript.language(),
                transcript == null ? turn.wordTimings() : transcript.wordTimings(),
                turn.audio(),
                turn.metadata() == null ? JsonNodeFactory.instance.objectNode() : turn.metadata(),
                transcript == null
                        ? null
                        : new Heard(transcript.revision(), transcript.confidence(), transcript.transcribedAt()),
                null);
    }

    public TurnView withAnalysis(TurnAnalysis newAnalysis) {
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
                newAnalysis);
    }
}

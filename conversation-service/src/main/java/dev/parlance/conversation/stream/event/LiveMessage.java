package dev.parlance.conversation.stream.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.event.ConversationEvent.ConversationEnded;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.event.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.id.DerivedId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.json.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A live event before it has a position, derived from an event of a topic.
///
/// @param turn  null if it concerns the conversation as a whole
/// @param cause the id of what it is derived from; a cause has at most one live event
/// @param data  JSON without line breaks
public record LiveMessage(Learner learner, UUID conversation, UUID turn, String type, UUID cause, String data) {
    private static final JsonMapper JSON = WireJson.mapper();

    /// A turn, for a client that did not send it.
    private record LiveTurn(
            UUID turnId,
            UUID conversationId,
            int sequence,
            String learnerText,
            String replyText,
            String language,
            Integer durationMs,
            Instant occurredAt,
            Instant recordedAt) {}

    /// A transcript; of a turn the highest revision counts.
    ///
    /// @param confidence 0 to 1; null if unknown
    private record LiveTranscript(
            UUID turnId,
            UUID conversationId,
            int sequence,
            long revision,
            String text,
            String language,
            Double confidence,
            Integer durationMs,
            Instant transcribedAt) {}

    /// @param highlightIds the highlights of this revision; one of an earlier revision that is missing here is
    ///     obsolete
    private record LiveWords(
            UUID turnId,
            UUID conversationId,
            int sequence,
            long revision,
            String status,
            String language,
            int learnerWords,
            int replyWords,
            int sentences,
            List<Word> words,
            List<UUID> highlightIds) {}

    private record LiveHighlight(
            UUID id,
            String type,
            UUID turnId,
            UUID conversationId,
            long revision,
            Instant occurredAt,
            String description,
            String excerpt) {}

    private record LiveEnded(UUID conversationId, Instant endedAt, String endReason, int turnCount) {}

    static LiveMessage of(TurnRecorded event) {
        UUID turn = event.turnId().value();
        UUID conversation = event.conversationId().value();
        return new LiveMessage(
                event.learner(),
                conversation,
                turn,
                LiveEvent.TURN,
                event.id(),
                json(new LiveTurn(
                        turn,
                        conversation,
                        event.sequence(),
                        event.learnerText(),
                        event.replyText(),
                        event.language(),
                        event.durationMs(),
                        event.occurredAt(),
                        event.recordedAt())));
    }

    static LiveMessage of(TurnTranscribed event) {
        UUID turn = event.turnId().value();
        UUID conversation = event.conversationId().value();
        return new LiveMessage(
                event.learner(),
                conversation,
                turn,
                LiveEvent.TRANSCRIPT,
                event.id(),
                json(new LiveTranscript(
                        turn,
                        conversation,
                        event.sequence(),
                        event.revision(),
                        event.text(),
                        event.language(),
                        event.confidence(),
                        event.durationMs(),
                        event.transcribedAt())));
    }

    static LiveMessage of(ConversationEnded event) {
        UUID conversation = event.conversationId().value();
        return new LiveMessage(
                event.learner(),
                conversation,
                null,
                LiveEvent.ENDED,
                event.id(),
                json(new LiveEnded(conversation, event.endedAt(), event.endReason(), event.turnCount())));
    }

    /// One message with the words, then one for each highlight.
    static List<LiveMessage> of(TurnAnalyzed event) {
        UUID turn = event.turnId().value();
        UUID conversation = event.conversationId().value();
        List<LiveMessage> messages = new ArrayList<>(1 + event.highlights().size());
        messages.add(new LiveMessage(
                event.learner(),
                conversation,
                turn,
                LiveEvent.WORDS,
                event.id(),
                json(new LiveWords(
                        turn,
                        conversation,
                        event.sequence(),
                        event.revision(),
                        event.status(),
                        event.language(),
                        event.learnerWords(),
                        event.replyWords(),
                        event.sentences(),
                        event.words(),
                        event.highlights().stream().map(Highlight::id).toList()))));
        for (Highlight highlight : event.highlights()) {
            messages.add(new LiveMessage(
                    event.learner(),
                    conversation,
                    turn,
                    LiveEvent.HIGHLIGHT,
                    DerivedId.of(LiveEvent.HIGHLIGHT, event.id(), highlight.id()),
                    json(new LiveHighlight(
                            highlight.id(),
                            highlight.type(),
                            turn,
                            conversation,
                            event.revision(),
                            event.occurredAt(),
                            highlight.description(),
                            highlight.excerpt()))));
        }
        return messages;
    }

    private static String json(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a parsed event can be written", impossible);
        }
    }
}

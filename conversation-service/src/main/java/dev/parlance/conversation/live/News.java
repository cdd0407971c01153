package dev.parlance.conversation.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.ConversationEvent.ConversationEnded;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.DerivedId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Something that may be told of a learner, before it has a place in any order.
///
/// @param turn  null where it is about the conversation as a whole
/// @param cause of what it is derived: the same cause gives the same id
/// @param data  JSON without line breaks
record News(Learner learner, UUID conversation, UUID turn, String type, UUID cause, String data) {
    private static final JsonMapper JSON = WireJson.mapper();

    /// A turn as a client that did not send it wants to show it.
    private record Turn(
            UUID turnId,
            UUID conversationId,
            int sequence,
            String learnerText,
            String replyText,
            String language,
            Integer durationMs,
            Instant occurredAt,
            Instant recordedAt) {}

    /// What the learner was heard to say: of one turn the highest revision counts.
    ///
    /// @param confidence 0 to 1; null where nobody has said
    private record Transcript(
            UUID turnId,
            UUID conversationId,
            int sequence,
            long revision,
            String text,
            String language,
            Double confidence,
            Integer durationMs,
            Instant transcribedAt) {}

    /// @param highlightIds those that the turn has in this revision: one of an earlier revision that is not among them
    ///                     is no longer true
    private record Words(
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

    private record Moment(
            UUID id,
            String type,
            UUID turnId,
            UUID conversationId,
            long revision,
            Instant occurredAt,
            String description,
            String excerpt) {}

    private record Ended(UUID conversationId, Instant endedAt, String endReason, int turnCount) {}

    static News of(TurnRecorded event) {
        UUID turn = event.turnId().value();
        UUID conversation = event.conversationId().value();
        return new News(
                event.learner(),
                conversation,
                turn,
                LiveEvent.TURN,
                event.id(),
                json(new Turn(
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

    static News of(TurnTranscribed event) {
        UUID turn = event.turnId().value();
        UUID conversation = event.conversationId().value();
        return new News(
                event.learner(),
                conversation,
                turn,
                LiveEvent.TRANSCRIPT,
                event.id(),
                json(new Transcript(
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

    static News of(ConversationEnded event) {
        UUID conversation = event.conversationId().value();
        return new News(
                event.learner(),
                conversation,
                null,
                LiveEvent.ENDED,
                event.id(),
                json(new Ended(conversation, event.endedAt(), event.endReason(), event.turnCount())));
    }

    /// The words first, then each highlight.
    static List<News> of(TurnAnalyzed event) {
        UUID turn = event.turnId().value();
        UUID conversation = event.conversationId().value();
        List<News> news = new ArrayList<>(1 + event.highlights().size());
        news.add(new News(
                event.learner(),
                conversation,
                turn,
                LiveEvent.WORDS,
                event.id(),
                json(new Words(
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
            news.add(new News(
                    event.learner(),
                    conversation,
                    turn,
                    LiveEvent.HIGHLIGHT,
                    DerivedId.of(LiveEvent.HIGHLIGHT, event.id(), highlight.id()),
                    json(new Moment(
                            highlight.id(),
                            highlight.type(),
                            turn,
                            conversation,
                            event.revision(),
                            event.occurredAt(),
                            highlight.description(),
                            highlight.excerpt()))));
        }
        return news;
    }

    private static String json(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read of an event can be written", impossible);
        }
    }
}

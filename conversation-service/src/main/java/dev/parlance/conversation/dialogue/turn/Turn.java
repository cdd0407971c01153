package dev.parlance.conversation.dialogue.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.event.WordTiming;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.conversation.dialogue.conversation.TurnSequence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// One exchange of a conversation, as it was recorded. Only its transcript may be added or replaced later.
///
/// @param sequence   its position in the conversation, from 1: the order of arrival
/// @param localDate  of `occurredAt` in the conversation's time zone; null for a turn that was recorded before this was
///     stored
/// @param audio      the sides whose audio the client announced: `learner`, `reply`
/// @param transcript replaces the client's learnerText; null if there is none
/// @param sentHash   of the client's body, see [#hasSameBody]
@SuppressWarnings("ArrayRecordComponent")
public record Turn(
        String tenant,
        TurnId id,
        ConversationId conversationId,
        int sequence,
        String learnerText,
        String replyText,
        Instant occurredAt,
        Instant recordedAt,
        LocalDate localDate,
        Integer durationMs,
        String language,
        List<WordTiming> wordTimings,
        List<String> audio,
        JsonNode metadata,
        Transcript transcript,
        byte[] sentHash) {

    /// A turn's id is unique within its tenant.
    public record Key(String tenant, TurnId id) {}

    /// The conversation's next turn, if it is recorded.
    static Turn next(TurnSequence conversation, NewTurn.SubmittedTurn sent, Instant now) {
        NewTurn body = sent.body();
        Instant occurredAt = sent.occurredAt(now);
        return new Turn(
                conversation.attributes().learner().tenant(),
                sent.id(),
                conversation.attributes().id(),
                conversation.nextSequence(),
                body.learnerText(),
                body.replyText(),
                occurredAt,
                now,
                conversation.localDate(occurredAt),
                body.durationMs(),
                body.language() == null ? conversation.attributes().language() : body.language(),
                body.wordTimings(),
                body.audio(),
                body.metadata(),
                null,
                sent.hash());
    }

    /// The same turn with another transcript.
    public Turn withTranscript(Transcript newTranscript) {
        return new Turn(
                tenant,
                id,
                conversationId,
                sequence,
                learnerText,
                replyText,
                occurredAt,
                recordedAt,
                localDate,
                durationMs,
                language,
                wordTimings,
                audio,
                metadata,
                newTranscript,
                sentHash);
    }

    public Key key() {
        return new Key(tenant, id);
    }

    Conversation.Key conversationKey() {
        return new Conversation.Key(tenant, conversationId.value());
    }

    /// Whether the client sent exactly this body, in this conversation.
    boolean hasSameBody(ConversationId conversation, byte[] hash) {
        return conversationId.equals(conversation) && Arrays.equals(sentHash, hash);
    }

    TurnRecorded recordedEvent(TurnSequence conversation) {
        TurnSequence.ConversationAttributes facts = conversation.attributes();
        TurnContext context = new TurnContext(
                facts.learner().tenant(),
                facts.learner().id(),
                conversationId,
                id,
                sequence,
                facts.channel(),
                facts.module(),
                language,
                facts.timeZone().getId(),
                localDate,
                occurredAt);
        return new TurnRecorded(
                context,
                facts.guest(),
                recordedAt,
                learnerText,
                replyText,
                durationMs,
                wordTimings,
                metadata == null ? JsonNodeFactory.instance.objectNode() : metadata);
    }
}

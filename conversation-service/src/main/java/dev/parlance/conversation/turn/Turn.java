package dev.parlance.conversation.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.contract.WordTiming;
import dev.parlance.conversation.conversation.Conversation;
import dev.parlance.conversation.conversation.TurnTaking;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// One exchange of a conversation, as it was recorded; it never changes, save that what was spoken may become known
/// later.
///
/// @param sequence   its place in the conversation, from 1
/// @param transcript what the learner was heard to say, in the place of what the client had sent; null where there
///     is none
/// @param sentHash   of what the client said, to know the same body again
@SuppressWarnings("ArrayRecordComponent") // compared by says()
record Turn(
        String tenant,
        TurnId id,
        ConversationId conversationId,
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
        Transcript transcript,
        byte[] sentHash) {

    /// A turn's id is unique within its tenant.
    record Key(String tenant, TurnId id) {}

    /// The conversation's next turn.
    static Turn next(TurnTaking conversation, NewTurn.Sent sent, Instant now) {
        NewTurn said = sent.said();
        return new Turn(
                conversation.facts().learner().tenant(),
                sent.id(),
                conversation.facts().id(),
                conversation.nextSequence(now),
                said.learnerText(),
                said.replyText(),
                sent.occurredAt(now),
                now,
                said.durationMs(),
                said.language() == null ? conversation.facts().language() : said.language(),
                said.wordTimings(),
                said.audio(),
                said.metadata(),
                null,
                sent.hash());
    }

    /// The same, now that something was heard in it.
    Turn heard(Transcript later) {
        return new Turn(
                tenant,
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
                later,
                sentHash);
    }

    Key key() {
        return new Key(tenant, id);
    }

    Conversation.Key place() {
        return new Conversation.Key(tenant, conversationId.value());
    }

    /// Whether the client said exactly this, here.
    boolean says(ConversationId conversation, byte[] hash) {
        return conversationId.equals(conversation) && Arrays.equals(sentHash, hash);
    }

    TurnRecorded recorded(TurnTaking conversation) {
        TurnTaking.Facts facts = conversation.facts();
        return new TurnRecorded(
                facts.learner().tenant(),
                facts.learner().id(),
                facts.guest(),
                conversationId,
                id,
                sequence,
                facts.channel(),
                facts.module(),
                language,
                facts.timeZone().getId(),
                conversation.localDate(occurredAt),
                occurredAt,
                recordedAt,
                learnerText,
                replyText,
                durationMs,
                wordTimings,
                metadata == null ? JsonNodeFactory.instance.objectNode() : metadata);
    }
}

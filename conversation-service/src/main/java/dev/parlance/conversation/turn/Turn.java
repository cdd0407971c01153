package dev.parlance.conversation.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.contract.WordTiming;
import dev.parlance.conversation.conversation.Conversation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// One exchange of a conversation, as it was recorded; it never changes.
///
/// @param sequence its place in the conversation, from 1
/// @param sentHash of what the client said, to know the same body again
@SuppressWarnings("ArrayRecordComponent") // compared by says()
record Turn(
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
        byte[] sentHash) {

    /// The conversation's next turn.
    static Turn next(Conversation conversation, TurnId id, NewTurn said, byte[] hash, Instant now) {
        return new Turn(
                id,
                conversation.id(),
                conversation.nextSequence(now),
                said.learnerText(),
                said.replyText(),
                said.occurredAt() == null ? now : said.occurredAt(),
                now,
                said.durationMs(),
                said.language() == null ? conversation.language() : said.language(),
                said.wordTimings(),
                said.audio(),
                said.metadata(),
                hash);
    }

    /// Whether the client said exactly this, here.
    boolean says(ConversationId conversation, byte[] hash) {
        return conversationId.equals(conversation) && Arrays.equals(sentHash, hash);
    }

    TurnRecorded recorded(Conversation conversation, JsonNode noMetadata) {
        return new TurnRecorded(
                conversation.learner().tenant(),
                conversation.learner().id(),
                conversation.guest(),
                conversationId,
                id,
                sequence,
                conversation.channel(),
                conversation.module(),
                language,
                conversation.timeZone(),
                conversation.localDate(occurredAt),
                occurredAt,
                recordedAt,
                learnerText,
                replyText,
                durationMs,
                wordTimings,
                metadata == null ? noMetadata : metadata);
    }
}

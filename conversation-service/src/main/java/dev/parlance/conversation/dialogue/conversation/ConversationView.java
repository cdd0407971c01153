package dev.parlance.conversation.dialogue.conversation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/// A conversation in a response.
///
/// @param metadata JSON as the client sent it
/// @param active   not ended, and started or continued in the last five minutes
public record ConversationView(
        UUID id,
        String learnerId,
        boolean guest,
        String channel,
        String language,
        String timeZone,
        String module,
        String scenarioId,
        Instant startedAt,
        Instant lastActivityAt,
        Instant endedAt,
        String endReason,
        int turnCount,
        boolean active,
        @JsonRawValue String metadata) {
    static ConversationView of(Conversation conversation, Instant now) {
        TurnSequence sequence = conversation.sequence();
        TurnSequence.ConversationAttributes attributes = sequence.attributes();
        return new ConversationView(
                attributes.id().value(),
                attributes.learner().id(),
                attributes.guest(),
                attributes.channel(),
                attributes.language(),
                attributes.timeZone().getId(),
                attributes.module(),
                conversation.scenarioId(),
                conversation.startedAt(),
                sequence.lastActivityAt(),
                sequence.endedAt(),
                sequence.endReason(),
                sequence.turnCount(),
                sequence.isActive(now),
                conversation.metadata());
    }
}

package dev.parlance.conversation.conversation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/// A conversation as it is answered.
///
/// @param metadata JSON as the client sent it
/// @param active   not ended, and begun or continued in the last five minutes
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
        return new ConversationView(
                conversation.id().value(),
                conversation.learner().id(),
                conversation.guest(),
                conversation.channel(),
                conversation.language(),
                conversation.timeZone(),
                conversation.module(),
                conversation.scenarioId(),
                conversation.startedAt(),
                conversation.lastActivityAt(),
                conversation.endedAt(),
                conversation.endReason(),
                conversation.turnCount(),
                conversation.active(now),
                conversation.metadata());
    }
}

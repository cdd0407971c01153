package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// A sitting is over, because the client says so or because nobody has said anything for a while: remember it and
/// announce it, or do neither.
@ApplicationScoped
public class EndConversation {
    private final Conversations conversations;
    private final Announcements announcements;
    private final Clock clock;

    EndConversation(Conversations conversations, Announcements announcements, Clock clock) {
        this.conversations = conversations;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// @param endedAt null for now
    @Transactional
    Conversation end(String tenant, ConversationId id, Instant endedAt) {
        Instant now = clock.instant();
        Bodies.checkInstant("endedAt", endedAt, now);
        Conversation conversation = conversations.locked(tenant, id);
        conversation
                .endByClient(endedAt == null ? now : endedAt)
                .ifPresent(ended -> announcements.announce(List.of(ended)));
        return conversation;
    }

    /// Looks again under the lock: a turn may have come in the meantime.
    @Transactional
    void endIfIdle(String tenant, ConversationId id) {
        conversations
                .locked(tenant, id)
                .endByItself(clock.instant())
                .ifPresent(ended -> announcements.announce(List.of(ended)));
    }
}

package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// Ends conversations that nobody continues. Several instances may look at once: each end is decided under the row's
/// lock.
@ApplicationScoped
class IdleConversations {
    private static final int AT_ONCE = 200;

    private final Conversations conversations;
    private final EndConversation endConversation;
    private final Clock clock;

    IdleConversations(Conversations conversations, EndConversation endConversation, Clock clock) {
        this.conversations = conversations;
        this.endConversation = endConversation;
        this.clock = clock;
    }

    @Scheduled(
            every = "{conversation.idle-check}",
            delayed = "{conversation.idle-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endThem() {
        List<Conversation.Key> idle;
        do {
            idle = conversations.idleSince(clock.instant().minus(Conversation.IDLE), AT_ONCE);
            idle.forEach(key -> endConversation.endIfIdle(key.tenant(), new ConversationId(key.id())));
        } while (idle.size() == AT_ONCE);
    }
}

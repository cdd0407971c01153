package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.id.ConversationId;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// Ends conversations that have been idle for too long. Several instances may run it at once, because each end is
/// decided under the row's lock.
@ApplicationScoped
class EndIdleConversations {
    private static final int MAX_BATCH_CONVERSATIONS = 200;

    private final Conversations conversations;
    private final EndConversation endConversation;
    private final Clock clock;

    EndIdleConversations(Conversations conversations, EndConversation endConversation, Clock clock) {
        this.conversations = conversations;
        this.endConversation = endConversation;
        this.clock = clock;
    }

    @Scheduled(
            every = "{parlance.conversation.idle-check-interval}",
            delayed = "{parlance.conversation.idle-check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endIdle() {
        List<Conversation.Key> idle;
        do {
            idle = conversations.findIdleSince(
                    clock.instant().minus(TurnSequence.IDLE_TIMEOUT), MAX_BATCH_CONVERSATIONS);
            idle.forEach(key -> endConversation.endIfIdle(key.tenant(), new ConversationId(key.id())));
        } while (idle.size() == MAX_BATCH_CONVERSATIONS);
    }
}

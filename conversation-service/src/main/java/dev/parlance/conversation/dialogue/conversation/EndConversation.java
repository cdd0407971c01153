package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.event.ConversationEvent.ConversationEnded;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.conversation.dialogue.http.RequestChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Ends a conversation, at the client's request or because it has been idle: stores the end and publishes its event in
/// one transaction.
@ApplicationScoped
public class EndConversation {
    private final Conversations conversations;
    private final EventPublisher eventPublisher;
    private final Clock clock;

    EndConversation(Conversations conversations, EventPublisher eventPublisher, Clock clock) {
        this.conversations = conversations;
        this.eventPublisher = eventPublisher;
        this.clock = clock;
    }

    /// @param endedAt null for now
    @Transactional
    Conversation end(String tenant, ConversationId id, Instant endedAt) {
        Instant now = clock.instant();
        RequestChecks.checkInstant("endedAt", endedAt, now);
        Conversation conversation = conversations.getForUpdate(tenant, id);
        TurnSequence sequence = conversation.sequence();
        sequence.endByClient(endedAt == null ? now : endedAt).ifPresent(ended -> store(sequence, ended));
        return conversation;
    }

    /// Decides under the conversation's lock: a turn may have been recorded since the conversation was found idle.
    @Transactional
    void endIfIdle(String tenant, ConversationId id) {
        TurnSequence sequence = conversations.getForUpdate(tenant, id).sequence();
        sequence.endIfIdle(clock.instant()).ifPresent(ended -> store(sequence, ended));
    }

    private void store(TurnSequence sequence, ConversationEnded ended) {
        conversations.updateEnd(sequence);
        eventPublisher.publish(List.of(ended));
    }
}

package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Starts a conversation: stores it and publishes its event in one transaction.
@ApplicationScoped
public class StartConversation {
    private final Conversations conversations;
    private final EventPublisher eventPublisher;
    private final Clock clock;

    StartConversation(Conversations conversations, EventPublisher eventPublisher, Clock clock) {
        this.conversations = conversations;
        this.eventPublisher = eventPublisher;
        this.clock = clock;
    }

    /// @param isNew false if the client had sent the same body before
    record StartResult(Conversation conversation, boolean isNew) {}

    /// @throws ConversationDiffers if another body started a conversation under this id
    /// @throws InvalidRequest      if the body breaks the contract
    @Transactional
    StartResult start(String tenant, ConversationId id, NewConversation sent) {
        Instant now = clock.instant();
        String learnerId = resolveLearnerId(tenant, sent.validated(now));
        var started = Conversation.start(tenant, id, sent, learnerId, now);
        if (conversations.insertIfAbsent(started)) {
            eventPublisher.publish(List.of(started.startedEvent()));
            return new StartResult(conversations.get(tenant, id), true);
        }
        Conversation known = conversations.get(tenant, id);
        if (!known.hasSameBody(sent)) {
            throw new ConversationDiffers(id.toString());
        }
        return new StartResult(known, false);
    }

    /// The service itself generates the ids of guests. An unknown guest id is rejected, or a client could claim the
    /// id of a future guest.
    private String resolveLearnerId(String tenant, NewConversation sent) {
        if (sent.learnerId() == null) {
            return NewConversation.GUEST_PREFIX + NewId.random();
        }
        if (sent.hasGuestId() && !conversations.learnerExists(new Learner(tenant, sent.learnerId()))) {
            throw new InvalidRequest(
                    "learnerId", "learnerId begins with guest-, which is reserved, and no such guest is known");
        }
        return sent.learnerId();
    }
}

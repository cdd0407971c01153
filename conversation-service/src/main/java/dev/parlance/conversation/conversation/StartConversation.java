package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// A learner and a partner sit down together: remember it and announce it, or do neither.
@ApplicationScoped
public class StartConversation {
    private final Conversations conversations;
    private final Announcements announcements;
    private final Clock clock;

    StartConversation(Conversations conversations, Announcements announcements, Clock clock) {
        this.conversations = conversations;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// @param isNew false when the client had said the same before
    record Started(Conversation conversation, boolean isNew) {}

    /// @throws ConversationDiffers if another body made a conversation under this id
    /// @throws InvalidRequest      if the body breaks the contract
    @Transactional
    Started start(String tenant, ConversationId id, NewConversation sent) {
        Instant now = clock.instant();
        String learnerId = learner(tenant, sent.checked(now));
        var made = new Conversation(tenant, id, sent, learnerId, now);
        if (conversations.add(made)) {
            announcements.announce(List.of(made.started()));
            return new Started(conversations.get(tenant, id), true);
        }
        Conversation known = conversations.get(tenant, id);
        if (!known.says(sent)) {
            throw new ConversationDiffers(id.toString());
        }
        return new Started(known, false);
    }

    /// Guests' ids are minted here; one that was not is refused, or a client could speak for a guest to come.
    private String learner(String tenant, NewConversation sent) {
        if (sent.learnerId() == null) {
            return NewConversation.GUEST_PREFIX + NewId.random();
        }
        if (sent.claimsGuest() && !conversations.knowsLearner(tenant, sent.learnerId())) {
            throw new InvalidRequest(
                    "learnerId", "learnerId begins with guest-, which is reserved, and no such guest is known");
        }
        return sent.learnerId();
    }
}

package dev.parlance.conversation.operations.republish;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.operations.republish.RepublishCursor.EmptyConversationCursor;
import dev.parlance.kit.republish.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Finds conversations without turns, page by page. A page reads a limited number of conversations, so that it stays
/// short however few of them match.
@ApplicationScoped
class EmptyConversations {
    private static final int MAX_SCANNED_CONVERSATIONS = 2_000;

    private final Conversations conversations;

    EmptyConversations(Conversations conversations) {
        this.conversations = conversations;
    }

    /// @param lastScanned the last conversation that was read, empty if there was none
    record EmptyConversationPage(List<Conversation> conversations, Optional<EmptyConversationCursor> lastScanned) {}

    EmptyConversationPage findAfter(
            Selection selection, Optional<Learner> learner, EmptyConversationCursor after, int limit) {
        List<Conversation> scanned = conversations.findAfter(
                new Conversation.Key(after.tenant(), after.conversation()), learner, MAX_SCANNED_CONVERSATIONS);
        List<Conversation> empty = scanned.stream()
                .filter(conversation -> isEmptyWithin(selection, conversation))
                .limit(limit)
                .toList();
        return new EmptyConversationPage(empty, last(empty.size() < limit ? scanned : empty));
    }

    private static boolean isEmptyWithin(Selection selection, Conversation conversation) {
        return conversation.sequence().turnCount() == 0
                && selection.includes(conversation.sequence().lastActivityAt());
    }

    private static Optional<EmptyConversationCursor> last(List<Conversation> conversations) {
        return conversations.isEmpty()
                ? Optional.empty()
                : Optional.of(conversations.getLast().sequence().key())
                        .map(key -> new EmptyConversationCursor(key.tenant(), key.id()));
    }
}

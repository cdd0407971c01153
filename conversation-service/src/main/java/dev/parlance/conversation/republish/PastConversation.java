package dev.parlance.conversation.republish;

import dev.parlance.contract.ConversationEvent.ConversationEnded;
import dev.parlance.contract.ConversationEvent.ConversationStarted;
import dev.parlance.conversation.conversation.Conversation;

/// A conversation as it stands, for the events around its turns.
///
/// @param ended null while it is open
/// @param first sequence of its first turn, 0 if it has none
/// @param last  sequence of its last turn, 0 if it has none
record PastConversation(ConversationStarted started, ConversationEnded ended, int first, int last) {
    Conversation.Key key() {
        return new Conversation.Key(started.tenant(), started.conversationId().value());
    }
}

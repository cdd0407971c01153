package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.kit.problem.Overloaded;

/// Another transaction has held the conversation's lock for as long as a request waits: another instance is slow, or
/// has stopped in the middle of a write. The database ends it after some seconds.
public final class ConversationBusy extends Overloaded {
    private static final long serialVersionUID = 1L;

    public ConversationBusy(String id) {
        super("Another request is still writing to conversation %s; send this one again".formatted(id));
    }
}

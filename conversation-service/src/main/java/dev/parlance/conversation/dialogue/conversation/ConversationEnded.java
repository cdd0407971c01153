package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.kit.problem.DomainProblem;

/// The client has ended the conversation, and the turn occurred after that end.
public final class ConversationEnded extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public ConversationEnded(String id) {
        super(
                Kind.CONFLICT,
                "conversation-ended",
                "Conversation %s has ended and takes only turns that were said before its end".formatted(id));
    }
}

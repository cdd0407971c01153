package dev.parlance.conversation.conversation;

import dev.parlance.kit.problem.DomainProblem;

/// A conversation was made under this id with another body.
public final class ConversationDiffers extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public ConversationDiffers(String id) {
        super(Kind.CONFLICT, "conversation-differs", "Conversation %s was made with another body".formatted(id));
    }
}

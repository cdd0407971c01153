package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.kit.problem.DomainProblem;

/// A conversation with this id was started by another body.
public final class ConversationDiffers extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public ConversationDiffers(String id) {
        super(Kind.CONFLICT, "conversation-differs", "Conversation %s was made with another body".formatted(id));
    }
}

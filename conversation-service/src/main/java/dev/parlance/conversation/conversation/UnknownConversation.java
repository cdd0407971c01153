package dev.parlance.conversation.conversation;

import dev.parlance.kit.problem.DomainProblem;

/// No conversation of this tenant has this id.
public final class UnknownConversation extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownConversation(String id) {
        super(Kind.UNKNOWN, "unknown-conversation", "There is no conversation %s".formatted(id));
    }
}

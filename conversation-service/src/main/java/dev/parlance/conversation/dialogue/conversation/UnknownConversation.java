package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.QuotedId;

/// This tenant has no conversation with this id.
public final class UnknownConversation extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownConversation(String id) {
        super(Kind.UNKNOWN, "unknown-conversation", "There is no conversation %s".formatted(QuotedId.of(id)));
    }
}

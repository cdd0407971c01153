package dev.parlance.conversation.dialogue.turn;

import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.QuotedId;

/// This tenant has no turn with this id.
public final class UnknownTurn extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownTurn(String id) {
        super(Kind.UNKNOWN, "unknown-turn", "There is no turn %s".formatted(QuotedId.of(id)));
    }
}

package dev.parlance.conversation.turn;

import dev.parlance.kit.problem.DomainProblem;

/// This conversation has no turn of this id.
public final class UnknownTurn extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownTurn(String id) {
        super(Kind.UNKNOWN, "unknown-turn", "The conversation has no turn %s".formatted(id));
    }
}

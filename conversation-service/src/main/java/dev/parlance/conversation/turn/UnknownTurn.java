package dev.parlance.conversation.turn;

import dev.parlance.kit.problem.DomainProblem;

/// No turn of this tenant was recorded under this id.
public final class UnknownTurn extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownTurn(String id) {
        super(Kind.UNKNOWN, "unknown-turn", "There is no turn %s".formatted(id));
    }
}

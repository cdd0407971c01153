package dev.parlance.analysis.turn;

import dev.parlance.kit.problem.DomainProblem;

/// No turn of this tenant is known here under this id; one that was just recorded may be in a moment.
public final class UnknownTurn extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownTurn(String id) {
        super(Kind.UNKNOWN, "unknown-turn", "There is no turn %s here yet".formatted(id));
    }
}

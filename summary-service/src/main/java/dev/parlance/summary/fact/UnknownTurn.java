package dev.parlance.summary.fact;

import dev.parlance.kit.problem.DomainProblem;

/// No turn of this tenant is counted here under this id; one that was just analysed may be in a moment.
final class UnknownTurn extends DomainProblem {
    private static final long serialVersionUID = 1L;

    UnknownTurn(String id) {
        super(Kind.UNKNOWN, "unknown-turn", "Turn %s is in no day yet".formatted(id));
    }
}

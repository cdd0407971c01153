package dev.parlance.summary.fact;

import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.QuotedId;

/// No turn with this id is counted for this tenant, or it was analysed so recently that its event has not arrived.
final class UnknownTurn extends DomainProblem {
    private static final long serialVersionUID = 1L;

    UnknownTurn(String id) {
        super(Kind.UNKNOWN, "unknown-turn", "No day has a turn %s yet".formatted(QuotedId.of(id)));
    }
}

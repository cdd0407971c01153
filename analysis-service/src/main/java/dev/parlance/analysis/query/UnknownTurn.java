package dev.parlance.analysis.query;

import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.QuotedId;

/// There is no turn of this tenant with this id here; one that was just recorded may not have arrived yet.
public final class UnknownTurn extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownTurn(String id) {
        super(Kind.UNKNOWN, "unknown-turn", "There is no turn %s here yet".formatted(QuotedId.of(id)));
    }
}

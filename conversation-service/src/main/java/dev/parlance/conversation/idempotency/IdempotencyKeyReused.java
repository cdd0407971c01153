package dev.parlance.conversation.idempotency;

import dev.parlance.kit.problem.DomainProblem;

/// The key came before with another body.
public final class IdempotencyKeyReused extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused() {
        super(
                Kind.UNPROCESSABLE,
                "idempotency-key-reused",
                "This Idempotency-Key was used with another body; take a new one");
    }
}

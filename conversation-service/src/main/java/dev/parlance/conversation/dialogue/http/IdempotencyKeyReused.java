package dev.parlance.conversation.dialogue.http;

import dev.parlance.kit.problem.DomainProblem;

/// The key was used before with another body.
public final class IdempotencyKeyReused extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused() {
        super(
                Kind.UNPROCESSABLE,
                "idempotency-key-reused",
                "This Idempotency-Key was used with another body; take a new one");
    }
}

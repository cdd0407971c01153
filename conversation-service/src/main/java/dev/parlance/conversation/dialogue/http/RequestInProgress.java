package dev.parlance.conversation.dialogue.http;

import dev.parlance.kit.problem.DomainProblem;

/// The first request with this key is still running.
public final class RequestInProgress extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public RequestInProgress() {
        super(
                Kind.CONFLICT,
                "request-in-progress",
                "A request with this Idempotency-Key is still in progress; send it again");
    }
}

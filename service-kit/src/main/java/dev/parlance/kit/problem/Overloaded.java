package dev.parlance.kit.problem;

import java.time.Duration;

/// The service cannot take the request now and knows that this passes: send it again, unchanged.
public class Overloaded extends DomainProblem {
    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Duration retryAfter;

    public Overloaded(String detail) {
        this(detail, SOON);
    }

    /// @param retryAfter how long the client should wait, in whole seconds
    public Overloaded(String detail, Duration retryAfter) {
        super(Kind.OVERLOADED, "overloaded", detail);
        this.retryAfter = retryAfter;
    }

    /// For what has a name of its own: a part that is away, say.
    protected Overloaded(Kind kind, String name, String detail, Duration retryAfter) {
        super(kind, name, detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

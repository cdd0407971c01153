package dev.parlance.kit.problem;

import java.time.Duration;

/// The service cannot accept the request at present: the client may send it again, unchanged.
public class Overloaded extends DomainProblem {
    private static final long serialVersionUID = 1L;
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(1);

    private final Duration retryAfter;

    public Overloaded(String detail) {
        this(detail, DEFAULT_RETRY_AFTER);
    }

    /// @param retryAfter how long the client should wait, in whole seconds
    public Overloaded(String detail, Duration retryAfter) {
        super(Kind.OVERLOADED, "overloaded", detail);
        this.retryAfter = retryAfter;
    }

    /// For problems with a type of their own, for example an unavailable dependency.
    protected Overloaded(Kind kind, String name, String detail, Duration retryAfter) {
        super(kind, name, detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

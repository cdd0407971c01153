package dev.parlance.kit.problem;

import java.time.Duration;

/// The caller has had all that there is for now, and there will be more later: to send it again before then is in
/// vain.
public class Exhausted extends DomainProblem {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /// @param retryAfter when there will be more, in whole seconds
    protected Exhausted(Kind kind, String name, String detail, long limit, Duration retryAfter) {
        super(kind, name, detail, null, limit);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

package dev.parlance.kit.problem;

import java.time.Duration;

/// The quota of the caller is used up: a retry before it is renewed is in vain.
public class QuotaExceeded extends DomainProblem {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /// @param retryAfter until the quota is renewed, in whole seconds
    protected QuotaExceeded(Kind kind, String name, String detail, long limit, Duration retryAfter) {
        super(kind, name, detail, null, limit);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

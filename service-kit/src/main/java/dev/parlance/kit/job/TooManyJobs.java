package dev.parlance.kit.job;

import dev.parlance.kit.problem.QuotaExceeded;
import java.time.Duration;

/// As many jobs of this kind are at work or wait as may.
public final class TooManyJobs extends QuotaExceeded {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /// @param limit how many may
    public TooManyJobs(long limit) {
        super(
                Kind.EXHAUSTED,
                "too-many-jobs",
                "%d jobs of this kind are open; order another one when one has ended".formatted(limit),
                limit,
                RETRY_AFTER);
    }
}

package dev.parlance.summary.operations.recompute;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/// How many recomputes may be ordered.
@ConfigMapping(prefix = "parlance.recompute")
public interface RecomputeConfig {
    /// Requests that wait or are at work; a further one is refused. Too small: a script that orders the days of a year
    /// is refused; too large: a request waits for hours behind others.
    @WithDefault("1000")
    @Min(1)
    int maxOpenRequests();
}

package dev.parlance.kit.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/// How many jobs may be ordered.
@ConfigMapping(prefix = "parlance.job")
public interface JobConfig {
    /// Jobs of one kind that are at work or wait; a further one is refused. Too small: a script that orders a job for
    /// each of many learners is refused; too large: a job waits for days behind others.
    @WithDefault("100")
    @Min(1)
    int maxOpenJobs();
}

package dev.parlance.analysis.operations.reanalysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How fast past turns are analysed again, beside new ones.
@ConfigMapping(prefix = "parlance.reanalysis")
public interface ReanalysisConfig {
    /// At most so many turns a second.
    @WithDefault("200")
    @Min(1)
    @Max(100_000)
    int rate();
}

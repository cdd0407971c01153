package dev.parlance.analysis.reanalysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How fast turns of the past are analysed again, beside those of this moment.
@ConfigMapping(prefix = "parlance.reanalysis")
public interface ReanalysisConfig {
    /// Turns a second at most.
    @WithDefault("200")
    @Min(1)
    @Max(100_000)
    int rate();
}

package dev.parlance.kit.republish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How fast the past is told again, beside what happens now.
@ConfigMapping(prefix = "parlance.republish")
public interface RepublishConfig {
    /// Records a second at most. More than the readers can take makes them late for the turns of this moment too.
    @WithDefault("2000")
    @Min(1)
    @Max(1_000_000)
    int rate();

    /// Rows that may wait in the outbox for the past to go on. More: a new turn waits longer behind old ones.
    @WithDefault("1000")
    @Min(100)
    @Max(1_000_000)
    int waiting();
}

package dev.parlance.kit.republish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How fast events are republished beside current ones.
@ConfigMapping(prefix = "parlance.republish")
public interface RepublishConfig {
    /// Maximum number of records per second. More than the consumers can apply delays current turns, too.
    @WithDefault("2000")
    @Min(1)
    @Max(1_000_000)
    int maxRecordsPerSecond();

    /// Maximum number of rows in the outbox. More: a new turn waits longer behind old ones.
    @WithDefault("1000")
    @Min(100)
    @Max(1_000_000)
    int maxOutboxRows();
}

package dev.parlance.kit.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The clock of a service.
@ConfigMapping(prefix = "parlance.clock")
interface ClockConfig {
    /// Difference to the clock of the machine; negative if the service is behind. Read in the profile `faults` only.
    @WithDefault("PT0S")
    Duration shift();
}

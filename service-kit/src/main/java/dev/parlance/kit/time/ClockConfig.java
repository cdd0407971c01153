package dev.parlance.kit.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What time a service believes it is.
@ConfigMapping(prefix = "parlance.clock")
interface ClockConfig {
    /// How far the service's clock is ahead of the machine's; negative: behind. Read in the profile `faults` alone.
    @WithDefault("PT0S")
    Duration shift();
}

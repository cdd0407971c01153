package dev.parlance.kit.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a consumer counts as stuck.
@ConfigMapping(prefix = "parlance.watchdog")
public interface WatchdogConfig {
    /// How long records may wait without any being applied, while broker and database answer, before the service
    /// reports that it is not alive. Shorter than a batch may take: needless restarts; longer: words and days are
    /// missing for that time.
    @WithDefault("5m")
    Duration stuckTimeout();
}

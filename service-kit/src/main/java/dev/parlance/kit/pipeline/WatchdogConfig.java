package dev.parlance.kit.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a consumer counts as stuck.
@ConfigMapping(prefix = "parlance.watchdog")
public interface WatchdogConfig {
    /// So long may records wait without any being applied while broker and database answer; then the service says
    /// that it is no longer alive. Shorter than a batch may take: restarts for nothing; longer: words and days are
    /// missing for that time.
    @WithDefault("5m")
    Duration patience();
}

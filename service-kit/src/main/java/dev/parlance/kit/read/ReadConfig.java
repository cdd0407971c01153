package dev.parlance.kit.read;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How many requests may read the database at once.
@ConfigMapping(prefix = "parlance.read")
public interface ReadConfig {
    /// Reads that run at once on this instance; less than the connections of its pool. More: readers can take the
    /// connections of consumers and writers; fewer: reads wait although connections are free.
    @WithDefault("12")
    @Min(1)
    int maxConcurrent();

    /// Reads that wait for one to end; a further one is answered 503 at once. Each holds a thread of 200.
    @WithDefault("64")
    @Min(0)
    @Max(1_000)
    int maxWaiting();

    /// How long a read waits before it is answered 503.
    @WithDefault("2s")
    Duration waitTimeout();
}

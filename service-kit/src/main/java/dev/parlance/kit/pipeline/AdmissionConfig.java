package dev.parlance.kit.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// When writes are refused because too much waits in the outbox.
@ConfigMapping(prefix = "parlance.admission")
public interface AdmissionConfig {
    /// More rows than this, and writes are answered 503 until the relay has caught up. Too small: a short
    /// outage of the broker turns learners away; too large: the disk fills, and after an outage new turns wait
    /// behind old ones for minutes.
    @WithDefault("500000")
    @Min(1)
    long maxRows();

    /// A row older than this, and writes are refused: the relay has done nothing for that long, and nobody looked.
    /// Long on purpose: a turn that is taken in late is better than one that is turned away.
    @WithDefault("24h")
    Duration maxAge();

    /// How often the outbox is looked at.
    @WithDefault("250ms")
    Duration every();
}

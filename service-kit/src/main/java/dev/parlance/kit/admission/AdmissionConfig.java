package dev.parlance.kit.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// Bounds of the outbox above which writes are refused.
@ConfigMapping(prefix = "parlance.admission")
public interface AdmissionConfig {
    /// Above this number of rows, writes are answered 503 until the relay has caught up. Too small: a short outage
    /// of the broker refuses turns; too large: the disk fills, and after an outage new turns wait behind old ones
    /// for minutes.
    @WithDefault("500000")
    @Min(1)
    long maxRows();

    /// Above this age of the oldest row, writes are refused: the relay has sent nothing for that long, and nobody
    /// has intervened. Long on purpose: a late turn is better than a refused one.
    @WithDefault("24h")
    Duration maxAge();

    /// Interval between two measurements of the outbox.
    @WithDefault("250ms")
    Duration checkInterval();
}

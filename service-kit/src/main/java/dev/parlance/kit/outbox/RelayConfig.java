package dev.parlance.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How the outbox is sent.
@ConfigMapping(prefix = "parlance.relay")
public interface RelayConfig {
    /// Maximum number of rows in one Kafka transaction. More raises the throughput, and the time that the last of
    /// them waits.
    @WithDefault("2000")
    @Min(1)
    @Max(10_000)
    int maxBatchRows();

    /// How long an instance that vanished keeps the others from sending. Shorter: turns reach the analysis sooner
    /// after a crash; too short: a long pause of the holder costs a change of producer.
    @WithDefault("5s")
    Duration leaseDuration();

    /// Minimum pause after a batch that was not full; the pause is twice the duration of the batch if that is more.
    /// Longer: fewer batches, hence more turns per second for the same work; every event waits half of it on
    /// average.
    @WithDefault("20ms")
    Duration minPause();

    /// How often an idle relay looks for rows that another instance appended.
    @WithDefault("100ms")
    Duration pollInterval();
}

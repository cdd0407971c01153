package dev.parlance.conversation.speech.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// When the circuit of a failing provider opens, and for how long.
@ConfigMapping(prefix = "parlance.circuit-breaker")
public interface CircuitBreakerConfig {
    /// The number of last calls that are judged; with fewer the circuit stays closed. With a higher value more
    /// callers wait for a failing provider.
    @WithDefault("10")
    @Min(1)
    @Max(1_000)
    int requestVolumeThreshold();

    /// The share of them that may fail.
    @WithDefault("0.5")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double failureRatio();

    /// How long calls fail at once; after it one call tests the provider.
    @WithDefault("30s")
    Duration openDuration();
}

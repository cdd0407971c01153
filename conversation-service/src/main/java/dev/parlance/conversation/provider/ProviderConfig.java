package dev.parlance.conversation.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// When an outside party that fails is left in peace, and for how long.
@ConfigMapping(prefix = "conversation.provider")
public interface ProviderConfig {
    /// Its last calls that are looked at; before so many there is no verdict. More: callers wait in vain for longer.
    @WithDefault("10")
    @Min(1)
    @Max(1_000)
    int window();

    /// Which part of them may fail.
    @WithDefault("0.5")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double failures();

    /// How long nobody asks it then; after that one call tries whether it is back.
    @WithDefault("30s")
    Duration rest();
}

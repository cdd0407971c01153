package dev.parlance.kit.failpoint;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.util.Map;

/// Where a service dies in a fault test.
@ConfigMapping(prefix = "parlance.failpoints")
public interface FailpointConfig {
    /// Before which passage of each failpoint the process ends, counted from 1. Read in the profile `faults` alone.
    Map<Failpoint, @Min(1) Integer> halt();
}

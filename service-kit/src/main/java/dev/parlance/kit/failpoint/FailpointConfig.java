package dev.parlance.kit.failpoint;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.util.Map;

/// Where a service dies or hangs in a fault test.
@ConfigMapping(prefix = "parlance.failpoints")
public interface FailpointConfig {
    /// Before which passage of each failpoint the process ends, counted from 1. Read in the profile `faults` alone.
    Map<Failpoint, @Min(1) Integer> halt();

    /// At which passage of each failpoint its thread hangs for good, counted from 1. Read in the profile
    /// `faults` alone.
    Map<Failpoint, @Min(1) Integer> hang();
}

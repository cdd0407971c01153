package dev.parlance.kit.failpoint;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.util.Map;

/// Where a service crashes or hangs in a fault test.
@ConfigMapping(prefix = "parlance.failpoints")
public interface FailpointConfig {
    /// Passage of each failpoint at which the process ends, counted from 1. Read in the profile `faults` only.
    Map<Failpoint, @Min(1) Integer> halt();

    /// Passage of each failpoint at which its thread hangs for ever, counted from 1. Read in the profile `faults`
    /// only.
    Map<Failpoint, @Min(1) Integer> hang();
}

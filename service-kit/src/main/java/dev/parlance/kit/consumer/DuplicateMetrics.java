package dev.parlance.kit.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// Counts deliveries that were repeated and changed nothing. A few are normal, after a crash between two effects
/// that no transaction joins; many mean that a process crashes again and again.
@ApplicationScoped
public class DuplicateMetrics {
    private final MeterRegistry registry;

    DuplicateMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// @param of what was repeated, in one or two words: a label of the metric
    public void count(String of, int repetitions) {
        if (repetitions > 0) {
            registry.counter("parlance.consumer.duplicates", "of", of).increment(repetitions);
        }
    }
}

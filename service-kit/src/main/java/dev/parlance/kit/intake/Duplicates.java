package dev.parlance.kit.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// Counts what was delivered before and changed nothing. Some are normal (a crash between two effects that no
/// transaction joins); many say that somebody dies over and over.
@ApplicationScoped
public class Duplicates {
    private final MeterRegistry registry;

    Duplicates(MeterRegistry registry) {
        this.registry = registry;
    }

    /// @param of what was repeated, in a word or two: a label of the metric
    public void count(String of, int repetitions) {
        if (repetitions > 0) {
            registry.counter("parlance.duplicates", "of", of).increment(repetitions);
        }
    }
}

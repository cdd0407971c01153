package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.CpuTime;

/// Processor time that a number of turns has taken.
record Cost(CpuTime used, long turns) {
    private static final double MICROS_PER_SECOND = 1e6;

    /// Process by process; those that have done next to nothing are left out.
    void note(Runs figures, String what) {
        used.seconds().forEach((process, seconds) -> {
            double micros = seconds * MICROS_PER_SECOND / turns;
            if (micros >= 1) {
                figures.add("%s: CPU of %s, µs a turn".formatted(what, process), 0, micros);
            }
        });
    }
}

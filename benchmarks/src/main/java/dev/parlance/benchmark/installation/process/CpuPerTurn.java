package dev.parlance.benchmark.installation.process;

import dev.parlance.benchmark.report.BenchmarkResults;

/// Processor time that a number of turns has taken.
public record CpuPerTurn(CpuTime used, long turns) {
    private static final double MICROS_PER_SECOND = 1e6;

    /// Process by process; those that have done next to nothing are left out.
    public void addTo(BenchmarkResults figures, String what) {
        used.secondsByProcess().forEach((process, seconds) -> {
            double micros = seconds * MICROS_PER_SECOND / turns;
            if (micros >= 1) {
                figures.add("%s: CPU of %s, µs a turn".formatted(what, process), 0, micros);
            }
        });
    }
}

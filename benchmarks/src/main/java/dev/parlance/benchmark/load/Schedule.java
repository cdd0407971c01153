package dev.parlance.benchmark.load;

import java.time.Duration;

/// When each turn of a steady load is due, whatever became of those before it (an open loop): learners do not wait for
/// each other, so a service that falls behind is not spared by its own slowness.
///
/// @param warmUp how long the load runs before it is measured
public record Schedule(double turnsPerSecond, Duration warmUp, Duration measured) {

    public Schedule {
        if (!(turnsPerSecond > 0) || warmUp.isNegative() || !measured.isPositive()) {
            throw new IllegalArgumentException("a load needs a rate and a time");
        }
    }

    public int turns() {
        return (int) Math.round(turnsPerSecond * seconds(warmUp.plus(measured)));
    }

    /// Nanoseconds from the start of the load until turn number `turn`, the first being 0, is to be sent.
    public long dueNanos(int turn) {
        return Math.round(turn / turnsPerSecond * 1e9);
    }

    public boolean isMeasured(int turn) {
        return dueNanos(turn) >= warmUp.toNanos();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}

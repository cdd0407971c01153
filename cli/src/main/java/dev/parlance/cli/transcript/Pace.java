package dev.parlance.cli.transcript;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spreads turns evenly over time. Time that nobody used is not caught up with: after a pause the turns come at the
/// same pace as before, never in a burst.
final class Pace {
    private static final int MOST_TURNS_AT_ONCE = 100;
    private static final double REQUESTS_PER_SECOND = 200;

    private final double turnsPerSecond;
    private final LongSupplier nanoTime;
    private long nextFree = Long.MIN_VALUE;

    /// A pace of 0 turns per second means: as fast as the service takes them.
    Pace(double turnsPerSecond, LongSupplier nanoTime) {
        this.turnsPerSecond = turnsPerSecond;
        this.nanoTime = nanoTime;
    }

    /// How many turns to send in one request: few, where a pace is to be seen.
    int turnsAtOnce() {
        return turnsPerSecond == 0
                ? MOST_TURNS_AT_ONCE
                : (int) Math.clamp(turnsPerSecond / REQUESTS_PER_SECOND, 1, MOST_TURNS_AT_ONCE);
    }

    /// Claims the next free time for so many turns; answers how long it is until then.
    synchronized Duration claim(int turns) {
        if (turnsPerSecond == 0) {
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong();
        long mine = nextFree == Long.MIN_VALUE || nextFree - now < 0 ? now : nextFree;
        nextFree = mine + Math.round(turns / turnsPerSecond * 1e9);
        return Duration.ofNanos(mine - now);
    }
}

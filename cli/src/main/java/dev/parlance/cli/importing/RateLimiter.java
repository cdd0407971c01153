package dev.parlance.cli.importing;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spreads turns evenly over time. Unused time does not accumulate: after a pause there is no burst.
final class RateLimiter {
    private static final int MAX_BATCH_TURNS = 100;
    private static final double MAX_REQUESTS_PER_SECOND = 200;

    private final double turnsPerSecond;
    private final LongSupplier nanoTime;
    private long nextFreeNanos = Long.MIN_VALUE;

    /// @param turnsPerSecond 0 for no limit
    RateLimiter(double turnsPerSecond, LongSupplier nanoTime) {
        this.turnsPerSecond = turnsPerSecond;
        this.nanoTime = nanoTime;
    }

    /// How many turns to send in one request; few at a low rate, so that they are spread evenly.
    int batchTurns() {
        return turnsPerSecond == 0
                ? MAX_BATCH_TURNS
                : (int) Math.clamp(turnsPerSecond / MAX_REQUESTS_PER_SECOND, 1, MAX_BATCH_TURNS);
    }

    /// Reserves the next free time for so many turns and returns the wait until then.
    synchronized Duration reserve(int turns) {
        if (turnsPerSecond == 0) {
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong();
        long mine = nextFreeNanos == Long.MIN_VALUE || nextFreeNanos - now < 0 ? now : nextFreeNanos;
        nextFreeNanos = mine + Math.round(turns / turnsPerSecond * 1e9);
        return Duration.ofNanos(mine - now);
    }
}

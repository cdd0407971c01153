package dev.parlance.kit.republish;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Limits a rate of records per second. Time that was lost elsewhere is not made up for.
final class RateLimiter {
    private static final double NANOS = 1e9;

    private final double recordsPerSecond;
    private final LongSupplier nanoTime;
    private long nextNanos;

    RateLimiter(double recordsPerSecond, LongSupplier nanoTime) {
        this.recordsPerSecond = recordsPerSecond;
        this.nanoTime = nanoTime;
        this.nextNanos = nanoTime.getAsLong();
    }

    /// Pause after records that were sent since the last pause.
    Duration delayAfter(int records) {
        long now = nanoTime.getAsLong();
        nextNanos += Math.round(records / recordsPerSecond * NANOS);
        if (nextNanos < now) {
            nextNanos = now;
        }
        return Duration.ofNanos(nextNanos - now);
    }
}

package dev.parlance.kit.republish;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Keeps to a rate of records a second. Time that was lost elsewhere is not made up for.
final class Pace {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private long next;

    Pace(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /// How long to rest after these records, whose sending began when the last rest was over.
    Duration after(int records) {
        long now = nanoTime.getAsLong();
        next += Math.round(records / perSecond * NANOS);
        if (next < now) {
            next = now;
        }
        return Duration.ofNanos(next - now);
    }
}

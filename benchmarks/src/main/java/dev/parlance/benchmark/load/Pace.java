package dev.parlance.benchmark.load;

import java.time.Duration;

/// When requests are due, and when it is enough.
///
/// @param perSecond how many are due in a second, whatever became of those before (an open loop); if infinite, each is
///     due as soon as a connection is free (a closed loop)
/// @param most      no more requests than this
/// @param time      nothing is due after this
public record Pace(double perSecond, int most, Duration time) {

    public Pace {
        if (!(perSecond > 0) || most < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a pace needs a rate and a time");
        }
    }

    /// As fast as the connections allow.
    public static Pace closedLoop(Duration time) {
        return new Pace(Double.POSITIVE_INFINITY, Integer.MAX_VALUE, time);
    }

    /// So many requests, as fast as the connections allow.
    public static Pace atOnce(int requests) {
        return new Pace(Double.POSITIVE_INFINITY, requests, Duration.ofDays(1));
    }

    public static Pace openLoop(double perSecond, Duration time) {
        return new Pace(perSecond, Integer.MAX_VALUE, time);
    }

    public boolean isOpen() {
        return Double.isFinite(perSecond);
    }

    /// Nanoseconds from the start until request number `number`, the first being 0, is to be sent.
    public long dueNanos(int number) {
        return isOpen() ? Math.round(number / perSecond * 1e9) : 0;
    }

    /// Whether request number `number` is still to be sent, this long after the start. What was due in time is sent
    /// however late it has become.
    public boolean isWanted(int number, long nanos) {
        return number < most && (isOpen() ? dueNanos(number) : nanos) < time.toNanos();
    }
}

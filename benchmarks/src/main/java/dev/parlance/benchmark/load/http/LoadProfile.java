package dev.parlance.benchmark.load.http;

import java.time.Duration;

/// When requests are due, and when a load ends.
///
/// @param requestsPerSecond how many are due in a second, whatever became of those before (an open loop); if
///     infinite, each is due as soon as a connection is free (a closed loop)
/// @param maxRequests      no more requests than this
/// @param duration      nothing is due after this
public record LoadProfile(double requestsPerSecond, int maxRequests, Duration duration) {

    public LoadProfile {
        if (!(requestsPerSecond > 0) || maxRequests < 0 || duration.isNegative()) {
            throw new IllegalArgumentException("a pace needs a rate and a time");
        }
    }

    /// As fast as the connections allow.
    public static LoadProfile closedLoop(Duration time) {
        return new LoadProfile(Double.POSITIVE_INFINITY, Integer.MAX_VALUE, time);
    }

    /// So many requests, as fast as the connections allow.
    public static LoadProfile burst(int requests) {
        return new LoadProfile(Double.POSITIVE_INFINITY, requests, Duration.ofDays(1));
    }

    public static LoadProfile openLoop(double perSecond, Duration time) {
        return new LoadProfile(perSecond, Integer.MAX_VALUE, time);
    }

    public boolean isOpenLoop() {
        return Double.isFinite(requestsPerSecond);
    }

    /// Nanoseconds from the start until request number `number`, the first being 0, is to be sent.
    public long dueNanos(int number) {
        return isOpenLoop() ? Math.round(number / requestsPerSecond * 1e9) : 0;
    }

    /// Whether request number `number` is still to be sent, this long after the start. What was due in time is sent
    /// however late it has become.
    public boolean includes(int number, long nanos) {
        return number < maxRequests && (isOpenLoop() ? dueNanos(number) : nanos) < duration.toNanos();
    }
}

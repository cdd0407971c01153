package dev.parlance.kit.request;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How far a client is behind the minimal rate of a transfer: the time that the service has waited for it, less the
/// time that the bytes may take. Bytes that come faster give no credit for later.
final class ClientDelay {
    private final long bytesPerSecond;
    private final long graceNanos;
    private long delayNanos;
    private long waitingSince;
    private boolean waiting;

    ClientDelay(long bytesPerSecond, Duration gracePeriod) {
        this.bytesPerSecond = bytesPerSecond;
        this.graceNanos = gracePeriod.toNanos();
    }

    /// @param now by `System.nanoTime`
    void startWait(long now) {
        waiting = true;
        waitingSince = now;
    }

    /// @param bytes that were transferred meanwhile
    void endWait(long now, long bytes) {
        if (waiting) {
            waiting = false;
            delayNanos += now - waitingSince;
        }
        delayNanos = Math.max(0, delayNanos - nanosFor(bytes));
    }

    boolean isTooLong(long now) {
        return delayNanos + (waiting ? now - waitingSince : 0) > graceNanos;
    }

    private long nanosFor(long bytes) {
        return Math.round((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
    }
}

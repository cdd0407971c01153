package dev.parlance.fault.cluster;

import java.time.Duration;

/// Polls until a condition holds.
public final class Polling {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private Polling() {}

    /// An exception counts as false: the system under test may be down.
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /// @return how long it took
    /// @throws FaultTestFailure if it does not hold in time
    public static Duration await(String what, Duration timeout, Condition condition) throws InterruptedException {
        long begun = System.nanoTime();
        Exception last = null;
        while (true) {
            try {
                if (condition.holds()) {
                    return Duration.ofNanos(System.nanoTime() - begun);
                }
                last = null;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            if (System.nanoTime() - begun > timeout.toNanos()) {
                throw new FaultTestFailure("%s: not within %d s%s"
                        .formatted(what, timeout.toSeconds(), last == null ? "" : " (" + last + ")"));
            }
            Thread.sleep(POLL_INTERVAL);
        }
    }
}

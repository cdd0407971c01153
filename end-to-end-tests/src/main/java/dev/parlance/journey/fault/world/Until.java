package dev.parlance.journey.fault.world;

import java.time.Duration;

/// Waits for what is to come about by itself.
public final class Until {
    private static final Duration LOOK = Duration.ofMillis(100);

    private Until() {}

    /// A condition that may fail to be looked at, while things are broken.
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /// @return how long it took
    /// @throws FaultFailed when it has not come about in time
    public static Duration holds(String what, Duration patience, Condition condition) throws InterruptedException {
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
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new FaultFailed("%s: not within %d s%s"
                        .formatted(what, patience.toSeconds(), last == null ? "" : " (" + last + ")"));
            }
            Thread.sleep(LOOK);
        }
    }
}

package dev.parlance.kit.request;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The place of one request that waits.
///
/// @param queuedNanos since when, by `System.nanoTime`
/// @param clientGone  whether nobody waits for the response any more
public record QueuePlace(long queuedNanos, BooleanSupplier clientGone) {
    /// The request begins to wait.
    public static QueuePlace takenNow(BooleanSupplier clientGone) {
        return new QueuePlace(System.nanoTime(), clientGone);
    }

    /// How long it has waited.
    ///
    /// @param now by `System.nanoTime`
    public Duration age(long now) {
        return Duration.ofNanos(now - queuedNanos);
    }
}

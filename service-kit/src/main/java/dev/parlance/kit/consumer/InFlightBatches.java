package dev.parlance.kit.consumer;

import java.time.Duration;

/// Counts the batches that are being applied, and refuses new ones once the service stops.
final class InFlightBatches {
    private int batches;
    private boolean closed;

    synchronized boolean begin() {
        if (!closed) {
            batches++;
        }
        return !closed;
    }

    synchronized void end() {
        batches--;
        notifyAll();
    }

    /// Refuses batches from now on, and waits for the running ones to end.
    ///
    /// @return whether all have ended within the timeout
    synchronized boolean closeAndAwait(Duration timeout) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + timeout.toNanos();
        while (batches > 0) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}

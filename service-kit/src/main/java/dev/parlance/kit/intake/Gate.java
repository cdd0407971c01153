package dev.parlance.kit.intake;

import java.time.Duration;

/// Counts the batches that are at work, and lets none in once the service stops.
final class Gate {
    private int inside;
    private boolean closed;

    synchronized boolean enter() {
        if (!closed) {
            inside++;
        }
        return !closed;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /// Lets nobody in from now on, and waits until all are out, at most this long.
    ///
    /// @return whether all are out
    synchronized boolean close(Duration patience) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + patience.toNanos();
        while (inside > 0) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}

package dev.parlance.benchmark.installation;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what must come.
///
/// @param time how long at most
/// @param look how often it is looked for: every look costs the cores that are measured
public record Patience(Duration time, Duration look) {

    /// Returns when it is so; fails with this sentence if it never is.
    public void await(BooleanSupplier condition, Supplier<String> otherwise) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw Failure.failed(otherwise.get());
            }
            Thread.sleep(look);
        }
    }
}

package dev.parlance.benchmark.installation;

import dev.parlance.benchmark.report.Failure;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Polls until a condition holds.
///
/// @param interval not too short: each poll takes processor time from what is measured
public record PollingWait(Duration timeout, Duration interval) {

    /// @param message of the failure if the condition does not hold in time
    public void await(BooleanSupplier condition, Supplier<String> message) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw Failure.failed(message.get());
            }
            Thread.sleep(interval);
        }
    }
}

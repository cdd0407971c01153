package dev.parlance.summary;

import dev.parlance.kit.lease.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Runs scheduled work on one instance at a time, until there is none left.
@ApplicationScoped
public class LeasedLoop {
    private final Leases leases;

    LeasedLoop(Leases leases) {
        this.leases = leases;
    }

    /// Repeats a step while it finds work and this instance holds the lease, which is renewed before each step.
    ///
    /// @param term longer than a step usually takes: after it, another instance may begin
    /// @param step returns whether there may be more work
    public void runWhileWork(String lease, Duration term, BooleanSupplier step) {
        boolean more = true;
        while (more && leases.acquire(lease, term)) {
            more = step.getAsBoolean();
        }
    }
}

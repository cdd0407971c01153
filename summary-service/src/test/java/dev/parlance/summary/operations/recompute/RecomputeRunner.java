package dev.parlance.summary.operations.recompute;

import jakarta.enterprise.context.ApplicationScoped;

/// Processes recompute requests in tests without waiting for the scheduler.
@ApplicationScoped
public class RecomputeRunner {
    private final RecomputeDays recomputeDays;

    RecomputeRunner(RecomputeDays recomputeDays) {
        this.recomputeDays = recomputeDays;
    }

    public void processRequests() {
        while (recomputeDays.recomputeNext()) {
            // the next one
        }
    }
}

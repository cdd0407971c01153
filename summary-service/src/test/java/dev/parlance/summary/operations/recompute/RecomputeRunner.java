package dev.parlance.summary.operations.recompute;

import jakarta.enterprise.context.ApplicationScoped;

/// Processes recompute requests in tests without waiting for the scheduler.
@ApplicationScoped
public class RecomputeRunner {
    private final RecomputeScheduler scheduler;

    RecomputeRunner(RecomputeScheduler scheduler) {
        this.scheduler = scheduler;
    }

    public void processRequests() {
        while (scheduler.processNext()) {
            // the next one
        }
    }
}

package dev.parlance.summary.operations.recompute;

import dev.parlance.summary.LeasedLoop;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Processes recompute requests on one instance at a time, so that they slow the consumers down as little as possible.
/// Two instances at once would do no harm: a request is locked while it is processed.
@ApplicationScoped
class RecomputeScheduler {
    private static final Duration LEASE_DURATION = Duration.ofSeconds(10);

    private final RecomputeDays recomputeDays;
    private final LeasedLoop loop;

    RecomputeScheduler(RecomputeDays recomputeDays, LeasedLoop loop) {
        this.recomputeDays = recomputeDays;
        this.loop = loop;
    }

    @Scheduled(
            every = "{parlance.summary.recompute-poll-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void processRequests() {
        loop.runWhileWork("recompute", LEASE_DURATION, recomputeDays::recomputeNext);
    }
}

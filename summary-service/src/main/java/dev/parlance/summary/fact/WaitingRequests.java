package dev.parlance.summary.fact;

import dev.parlance.kit.outbox.Leases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Works off the requests to recompute days, from one instance at a time so that they do not slow the consumers down
/// more than they must. Two at once would do no harm: a request is locked while it is worked on.
@ApplicationScoped
class WaitingRequests {
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final RecomputeDays recomputeDays;
    private final Leases leases;

    WaitingRequests(RecomputeDays recomputeDays, Leases leases) {
        this.recomputeDays = recomputeDays;
        this.leases = leases;
    }

    @Scheduled(every = "{summary.recompute-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workOff() {
        boolean more = true;
        while (more && leases.take("recompute", LEASE)) {
            more = recomputeDays.next();
        }
    }
}

package dev.parlance.summary.module;

import dev.parlance.kit.outbox.Leases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Brings marked module days up to date once a second, from one instance at a time: a module that everybody uses is
/// summed once for all its turns of that second. A sum reads all learners of its module day: where that takes long,
/// it is made less often.
@ApplicationScoped
class MarkedModules {
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    /// How much longer than the sums took they are left alone.
    private static final int RESTS_PER_REFRESH = 20;

    private final RefreshModules refreshModules;
    private final Leases leases;
    private volatile long nextNanos = System.nanoTime();

    MarkedModules(RefreshModules refreshModules, Leases leases) {
        this.refreshModules = refreshModules;
        this.leases = leases;
    }

    @Scheduled(every = "{summary.module-refresh}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshThem() {
        long begun = System.nanoTime();
        if (begun - nextNanos < 0) {
            return;
        }
        boolean more = true;
        while (more && leases.take("module-writer", LEASE)) {
            more = refreshModules.refresh() == RefreshModules.AT_ONCE;
        }
        long took = System.nanoTime() - begun;
        nextNanos = begun + took + Math.min(took * RESTS_PER_REFRESH, LONGEST_REST.toNanos());
    }
}

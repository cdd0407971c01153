package dev.parlance.summary.module;

import dev.parlance.kit.outbox.Leases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Brings marked module days up to date once a second, from one instance at a time: a module that everybody uses is
/// summed once for all its turns of that second.
@ApplicationScoped
class MarkedModules {
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final RefreshModules refreshModules;
    private final Leases leases;

    MarkedModules(RefreshModules refreshModules, Leases leases) {
        this.refreshModules = refreshModules;
        this.leases = leases;
    }

    @Scheduled(every = "{summary.module-refresh}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshThem() {
        boolean more = true;
        while (more && leases.take("module-writer", LEASE)) {
            more = refreshModules.refresh() == RefreshModules.AT_ONCE;
        }
    }
}

package dev.parlance.summary.module;

import dev.parlance.summary.LeasedLoop;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Refreshes dirty module days, by default once a second and on one instance at a time: a module that everybody uses
/// is summed once for all its turns of that second.
@ApplicationScoped
class ModuleRefreshScheduler {
    private static final Duration LEASE_DURATION = Duration.ofSeconds(5);

    private final RefreshDirtyModules refreshModules;
    private final LeasedLoop loop;

    ModuleRefreshScheduler(RefreshDirtyModules refreshModules, LeasedLoop loop) {
        this.refreshModules = refreshModules;
        this.loop = loop;
    }

    @Scheduled(
            every = "{parlance.summary.module-refresh-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshDirtyModules() {
        loop.runWhileWork(
                "module-writer", LEASE_DURATION, () -> refreshModules.refresh() == RefreshDirtyModules.MAX_BATCH_MARKS);
    }
}

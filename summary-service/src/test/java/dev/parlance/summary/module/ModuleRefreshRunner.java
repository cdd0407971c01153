package dev.parlance.summary.module;

import jakarta.enterprise.context.ApplicationScoped;

/// Refreshes module days in tests without waiting for the scheduler.
@ApplicationScoped
public class ModuleRefreshRunner {
    private final RefreshDirtyModules refreshModules;

    ModuleRefreshRunner(RefreshDirtyModules refreshModules) {
        this.refreshModules = refreshModules;
    }

    public void refreshUntilClean() {
        while (refreshModules.refresh() > 0) {
            // the next ones
        }
    }
}

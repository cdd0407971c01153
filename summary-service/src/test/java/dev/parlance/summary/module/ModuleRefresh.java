package dev.parlance.summary.module;

import jakarta.enterprise.context.ApplicationScoped;

/// Lets the tests of every feature bring module days up to date without waiting for the clock.
@ApplicationScoped
public class ModuleRefresh {
    private final RefreshModules refreshModules;

    ModuleRefresh(RefreshModules refreshModules) {
        this.refreshModules = refreshModules;
    }

    public void untilNothingIsMarked() {
        while (refreshModules.refresh() > 0) {
            // the next ones
        }
    }
}

package dev.parlance.kit.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// Knows since when this process has been told to stop. The service closes its port as soon as no request is at work;
/// under load there would always be one.
@ApplicationScoped
class Leaving {
    private static final Duration STILL_SERVED = Duration.ofSeconds(3);
    private static final long NOT_YET = 0;

    private final Thread told = Thread.ofPlatform().name("told-to-stop").unstarted(this::tell);
    private volatile long since = NOT_YET;

    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(told);
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            Runtime.getRuntime().removeShutdownHook(told);
        } catch (IllegalStateException e) {
            // the process ends, and the hook has run or will
        }
    }

    /// Whether new requests must go elsewhere now, so that those at work are the last.
    boolean isOver() {
        long then = since;
        return then != NOT_YET && System.nanoTime() - then > STILL_SERVED.toNanos();
    }

    private void tell() {
        since = Math.max(System.nanoTime(), NOT_YET + 1);
    }
}

package dev.parlance.kit.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// Shuts the door as soon as this process is told to stop, and lets who is inside finish before anything that they need
/// is stopped. Quarkus alone goes on taking requests until the moment in which it cuts them off.
@ApplicationScoped
class Leaving {
    private static final Duration SILENCE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BEFORE_ALL_OTHERS = 1_000_000;

    private final Door door = new Door();
    private final Thread told = Thread.ofPlatform().name("told-to-stop").unstarted(door::shut);
    private volatile boolean over;

    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(told);
    }

    void watch(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    /// The channels are paused by now; what writes turns, and the relay, still work.
    void stop(@Observes @Priority(2) ShutdownEvent event) throws InterruptedException {
        if (isEndOfProcess()) {
            door.shut();
            door.awaitSilence(SILENCE, PATIENCE);
            over = true;
        }
    }

    /// Whether a request that still comes could no longer be served.
    boolean isOver() {
        return over;
    }

    private void pass(RoutingContext request) {
        door.enter(request.request().connection());
        request.addEndHandler(_ -> door.leave());
        request.next();
    }

    /// Where only the application stops, to start anew in this process, the port is not ours to close.
    private boolean isEndOfProcess() {
        try {
            Runtime.getRuntime().removeShutdownHook(told);
            return false;
        } catch (IllegalStateException endsAlready) {
            return true;
        }
    }
}

package dev.parlance.kit.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Shuts the door as soon as this process is told to stop, and closes the connections that clients keep open without
/// using them. For `quarkus.shutdown.delay` Quarkus serves who is inside or on the way and lets each go with the answer
/// (`Connection: close`); then it waits for those at work and cuts off all connections that are left.
@ApplicationScoped
class Leaving {
    private static final int BEFORE_ALL_OTHERS = 1_000_000;

    /// The part of the delay in which unused connections are closed.
    private static final int SOON = 8;

    private final Door door = new Door();
    private final KeptConnections connections = new KeptConnections(System::nanoTime);
    private final Duration delay;
    private final Thread told = Thread.ofPlatform().name("told-to-stop").unstarted(this::leave);

    Leaving(@ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.delay = delay;
    }

    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(told);
    }

    void watch(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            Runtime.getRuntime().removeShutdownHook(told);
        } catch (IllegalStateException e) {
            // the process ends, and the hook has run or will
        }
    }

    private void pass(RoutingContext request) {
        HttpConnection connection = request.request().connection();
        door.enter(connection);
        connections.begin(connection);
        request.addEndHandler(_ -> connections.end(connection));
        request.addHeadersEndHandler(_ -> connections.showOut(request.request()));
        request.next();
    }

    private void leave() {
        door.shut();
        connections.closeUnused(delay.dividedBy(SOON)); // clients use, and lose, the others until it is over
    }
}

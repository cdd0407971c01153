package dev.parlance.kit.shutdown;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Closes the port as soon as this process is told to stop, and the connections that clients keep open without using
/// them. For `quarkus.shutdown.delay` Quarkus serves requests that still arrive and closes each connection with the
/// response (`Connection: close`); then it waits for the requests at work and closes all connections that are left.
@ApplicationScoped
class GracefulShutdown {
    private static final int FILTER_PRIORITY = 1_000_000;

    /// Part of the delay in which unused connections are closed.
    private static final int IDLE_CLOSE_DIVISOR = 8;

    private final ServerSocketCloser socketCloser = new ServerSocketCloser();
    private final IdleConnections connections = new IdleConnections(System::nanoTime);
    private final Duration delay;
    private final Thread shutdownHook =
            Thread.ofPlatform().name("shutdown-hook").unstarted(this::beginShutdown);

    GracefulShutdown(@ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.delay = delay;
    }

    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    void register(@Observes Filters filters) {
        filters.register(this::track, FILTER_PRIORITY);
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook runs anyway
        }
    }

    private void track(RoutingContext request) {
        HttpConnection connection = request.request().connection();
        socketCloser.findServerChannel(connection);
        connections.requestStarted(connection);
        request.addEndHandler(_ -> connections.requestEnded(connection));
        request.addHeadersEndHandler(_ -> connections.closeAfterResponse(request.request()));
        request.next();
    }

    private void beginShutdown() {
        socketCloser.close();
        // For the rest of the delay, the other connections are closed with the responses on them.
        connections.closeIdle(delay.dividedBy(IDLE_CLOSE_DIVISOR));
    }
}

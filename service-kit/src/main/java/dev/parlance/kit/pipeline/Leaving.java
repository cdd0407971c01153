package dev.parlance.kit.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Shuts the door as soon as this process is told to stop. Quarkus serves who is inside, and who was on the way, for
/// `quarkus.shutdown.delay`; then it waits for those at work and cuts the connections off in the first moment without
/// any. Under load that moment would be one in which others have just come in, by an open door or by a connection that
/// was kept: whoever is answered from now on is asked to leave.
@ApplicationScoped
class Leaving {
    private static final int BEFORE_ALL_OTHERS = 1_000_000;

    private final Door door = new Door();
    private final Thread told = Thread.ofPlatform().name("told-to-stop").unstarted(door::shut);

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
        door.enter(request.request().connection());
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.addHeadersEndHandler(_ -> door.showOut(request.response()));
        }
        request.next();
    }
}

package dev.parlance.kit.browser;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Headers that keep a browser from misusing a response: no response is taken for another type than it says, no page is
/// shown inside another, and the pages of a service run its own scripts only.
@ApplicationScoped
class SecurityHeaders {
    private static final int FILTER_PRIORITY = 850_000;
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /// Swagger UI needs scripts inside its page.
    private static final String TOOLS_PATH = "/q/";

    private static final String TOOLS_POLICY = "frame-ancestors 'none'";

    private final String pagePolicy;

    SecurityHeaders(@All List<PageConnection> connections) {
        String connectSources = Stream.concat(
                        Stream.of("'self'"),
                        connections.stream()
                                .map(connection -> connection.url().getScheme() + "://"
                                        + connection.url().getRawAuthority()))
                .distinct()
                .collect(Collectors.joining(" "));
        this.pagePolicy = "default-src 'self'; img-src 'self' data:; connect-src " + connectSources
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; " + TOOLS_POLICY;
    }

    void register(@Observes Filters filters) {
        filters.register(this::addHeaders, FILTER_PRIORITY);
    }

    private void addHeaders(RoutingContext route) {
        String path = String.valueOf(route.request().path());
        route.addHeadersEndHandler(_ -> addHeaders(route.response().headers(), path));
        route.next();
    }

    private void addHeaders(MultiMap headers, String path) {
        headers.set("X-Content-Type-Options", "nosniff");
        String type = headers.get("Content-Type");
        if (type != null && type.startsWith("text/html")) {
            headers.set("X-Frame-Options", "DENY");
            headers.set(CONTENT_SECURITY_POLICY, path.startsWith(TOOLS_PATH) ? TOOLS_POLICY : pagePolicy);
        }
    }
}

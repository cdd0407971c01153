package dev.parlance.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A POST without a body needs no media type, and some clients send that of a form: here it counts as empty JSON.
@ApplicationScoped
class EmptyBodyFilter {
    private static final int FILTER_PRIORITY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(this::setContentType, FILTER_PRIORITY);
    }

    private void setContentType(RoutingContext route) {
        HttpServerRequest request = route.request();
        if (HttpMethod.POST.equals(request.method()) && isEmpty(request)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        route.next();
    }

    private static boolean isEmpty(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? !request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : "0".equals(length);
    }
}

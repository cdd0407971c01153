package dev.parlance.kit.request;

import dev.parlance.kit.request.WorkerQueue.QueuedRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;

/// Takes a request through the [WorkerQueue] where its resource runs on a worker thread, and watches how its body comes
/// in. Both filters run before all others of a matched resource: the first where the request was read, the second on
/// the worker thread. Quarkus therefore wants the filters before the match marked as `@NonBlocking`.
class RequestFilters {
    private static final String QUEUED = QueuedRequest.class.getName();
    private static final int ENTER_PRIORITY = 1;
    private static final int LEAVE_PRIORITY = 2;
    private static final Set<String> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final WorkerQueue queue;
    private final RequestConfig config;
    private final RequestMetrics metrics;

    RequestFilters(WorkerQueue queue, RequestConfig config, RequestMetrics metrics) {
        this.queue = queue;
        this.config = config;
        this.metrics = metrics;
    }

    @ServerRequestFilter(priority = ENTER_PRIORITY, nonBlocking = true)
    public void enterQueue(ContainerRequestContext request, ResourceInfo resource, RoutingContext route) {
        if (!((ResteasyReactiveResourceInfo) resource).isNonBlocking) {
            QueuedRequest queued = queue.enter(route.response()::closed);
            request.setProperty(QUEUED, queued);
            route.addEndHandler(_ -> queued.connectionEnded());
        }
    }

    @ServerRequestFilter(priority = LEAVE_PRIORITY)
    public Optional<Response> leaveQueue(ContainerRequestContext request, RoutingContext route) {
        if (!(request.getProperty(QUEUED) instanceof QueuedRequest queued)) {
            return Optional.empty();
        }
        request.removeProperty(QUEUED);
        if (!queued.begin()) {
            return Optional.of(clientGone());
        }
        if (hasBody(request)) {
            request.setEntityStream(
                    new RequestBody(request.getEntityStream(), config, metrics, () -> closeAfterResponse(route)));
        }
        return Optional.empty();
    }

    /// The response to a client that has gone.
    private static Response clientGone() {
        return Response.status(ClientDisconnected.STATUS).build();
    }

    private static boolean hasBody(ContainerRequestContext request) {
        return !WITHOUT_BODY.contains(request.getMethod())
                && (request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null);
    }

    private static void closeAfterResponse(RoutingContext route) {
        route.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        route.addEndHandler(_ -> route.request().connection().close());
    }
}

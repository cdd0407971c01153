package dev.parlance.kit.request;

import dev.parlance.kit.request.RequestMetrics.Transfer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Closes the connections of clients that read a response below the minimal rate: a thread waits until they have read.
/// Live streams have a limit of their own.
@ApplicationScoped
class SlowReaders {
    private static final Logger LOG = Logger.getLogger(SlowReaders.class);
    private static final int FILTER_PRIORITY = 900_000;
    private static final long CHECK_INTERVAL_MILLIS = 500;
    private static final String EVENT_STREAM = "text/event-stream";

    private final RequestConfig config;
    private final RequestMetrics metrics;
    private final Set<SentResponse> responses = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("slow-readers").daemon().factory());

    SlowReaders(RequestConfig config, RequestMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    /// A response on its way; used by the timer's thread alone.
    private static final class SentResponse {
        final HttpServerRequest request;
        final ClientDelay delay;
        long bytes;

        SentResponse(HttpServerRequest request, ClientDelay delay) {
            this.request = request;
            this.delay = delay;
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::track, FILTER_PRIORITY);
    }

    void start(@Observes StartupEvent event) {
        var _ = timer.scheduleWithFixedDelay(
                this::check, CHECK_INTERVAL_MILLIS, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        timer.shutdown();
    }

    private void track(RoutingContext route) {
        var response = new SentResponse(
                route.request(), new ClientDelay(config.minTransferRate(), config.transferGracePeriod()));
        responses.add(response);
        route.addEndHandler(_ -> responses.remove(response));
        route.next();
    }

    private void check() {
        long now = System.nanoTime();
        responses.removeIf(response -> {
            try {
                return isOver(response, now);
            } catch (RuntimeException e) { // an exception would end the schedule; the connection is closed already
                return true;
            }
        });
    }

    /// Whether there is nothing more to watch. Closes the connection of a client that is too slow.
    private boolean isOver(SentResponse sent, long now) {
        HttpServerResponse response = sent.request.response();
        if (response.ended() || response.closed()) {
            return true;
        }
        if (!response.headWritten() || EVENT_STREAM.equals(mediaType(response))) {
            return false;
        }
        long bytes = response.bytesWritten();
        sent.delay.endWait(now, bytes - sent.bytes);
        sent.bytes = bytes;
        if (sent.delay.isTooLong(now)) {
            metrics.countSlow(Transfer.RESPONSE);
            LOG.debugf("event=slow-client-closed bytes=%d", bytes);
            close(sent.request);
            return true;
        }
        if (response.writeQueueFull()) {
            sent.delay.startWait(now);
        }
        return false;
    }

    private static String mediaType(HttpServerResponse response) {
        String type = response.headers().get("Content-Type");
        return type == null ? "" : type.split(";", 2)[0];
    }

    /// An HTTP/2 connection may carry other requests, so only the stream is reset.
    private static void close(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            var _ = request.connection().close();
        }
    }
}

package dev.parlance.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.kit.problem.Overloaded;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// Bounds the bytes of all large bodies at work: those above 64 KiB, and batches of any size, share a budget until
/// they are answered; one that does not fit is answered 503 before it is read. Small requests need no place, so that a
/// few clients with large ones do not stop all others.
///
/// A place is not kept for long: the connection is closed when the body does not come at the minimal rate, or no answer
/// is ready after the longest transaction.
@ApplicationScoped
class LargeBodies {
    /// Before the resources, after [EmptyBodyFilter].
    private static final int FILTER_PRIORITY = 900;

    private static final long MAX_SMALL_BYTES = 64 << 10;
    private static final int HEAP_PARTS = 16;
    /// A batch is kept as turns, as events, as arrays of the driver and as an answer.
    private static final int BATCH_WEIGHT = 2;

    private static final long MIN_BYTES_PER_SECOND = 32 << 10;
    private static final Duration RECEIVE_TIMEOUT = Duration.ofSeconds(20);
    /// A transaction of a minute, with what waits before it.
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(120);

    private final List<BodySizeLimit> otherLimits;
    private final ByteBudget budget;
    private final Vertx vertx;
    private final ObjectMapper json;

    LargeBodies(
            @All List<BodySizeLimit> otherLimits,
            HttpLimitsConfig config,
            Vertx vertx,
            ObjectMapper json,
            MeterRegistry registry) {
        this.otherLimits = otherLimits;
        this.budget = new ByteBudget(
                config.maxLargeBodyBytes().orElse(Runtime.getRuntime().maxMemory() / HEAP_PARTS));
        this.vertx = vertx;
        this.json = json;
        registry.gauge("parlance.http.large_body_bytes", budget, ByteBudget::used);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FILTER_PRIORITY);
    }

    private void admit(RoutingContext route) {
        OptionalLong bytes = countedBytes(route.request());
        if (bytes.isEmpty()) {
            route.next();
        } else if (budget.tryAcquire(bytes.getAsLong())) {
            keepPlaceUntilAnswered(route, bytes.getAsLong());
            route.next();
        } else {
            refuse(route);
        }
    }

    /// Empty for a body that needs no place: a small one, one that [BodySizeFilter] refuses, and one for which the
    /// service declares a limit of its own because it is not kept in memory.
    private OptionalLong countedBytes(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        boolean isBatch = BodySizeFilter.isBatch(path.replace("%3A", ":").replace("%3a", ":"));
        long limit = isBatch ? BodySizeFilter.MAX_BATCH_BYTES : BodySizeFilter.MAX_REQUEST_BYTES;
        long length = length(request, limit);
        boolean isCounted = length > (isBatch ? 0 : MAX_SMALL_BYTES) && length <= limit;
        if (!isCounted
                || otherLimits.stream()
                        .anyMatch(other ->
                                other.maxBytes(request.method().name(), path).isPresent())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(isBatch ? length * BATCH_WEIGHT : length);
    }

    /// A body of unknown length counts as the largest.
    private static long length(HttpServerRequest request, long limit) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null
                    ? Long.parseLong(length)
                    : request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? limit : 0;
        } catch (NumberFormatException e) {
            return 0; // refused later
        }
    }

    private void keepPlaceUntilAnswered(RoutingContext route, long bytes) {
        HttpServerRequest request = route.request();
        var isKept = new AtomicBoolean(true);
        Runnable giveBack = () -> {
            if (isKept.compareAndSet(true, false)) {
                budget.release(bytes);
            }
        };
        Duration transfer = Duration.ofSeconds(bytes / MIN_BYTES_PER_SECOND);
        long receive = vertx.setTimer(RECEIVE_TIMEOUT.plus(transfer).toMillis(), _ -> {
            if (!request.isEnded()) {
                close(request);
            }
        });
        long answer = vertx.setTimer(ANSWER_TIMEOUT.plus(transfer).toMillis(), _ -> {
            giveBack.run();
            close(request);
        });
        route.addEndHandler(_ -> {
            giveBack.run();
            vertx.cancelTimer(receive);
            vertx.cancelTimer(answer);
        });
    }

    private static void close(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            var _ = request.connection().close();
        }
    }

    private void refuse(RoutingContext route) {
        ProblemResponse problem = ProblemResponse.of(
                new Overloaded("More large requests are at work than the service has memory for; send it again"),
                route.request().path());
        HttpServerResponse response = route.response()
                .setStatusCode(problem.body().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        try {
            var _ = response.end(json.writeValueAsString(problem.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem can always be written", impossible);
        }
        route.request().resume(); // the rest of the body is dropped, or the client would not read the answer
    }
}

package dev.parlance.cli.http;

import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.JsonHttpClient;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Sends a request again, with growing pauses, after a refused connection, a lost response, 429 and every 5xx: the
/// service is expected to come back. Only for requests that may be repeated.
public final class RetryingHttpClient {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MIN_BACKOFF = Duration.ofMillis(100);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);
    private static final Duration NOTICE_INTERVAL = Duration.ofSeconds(20);
    private static final long NEVER = Long.MIN_VALUE;

    private final JsonHttpClient client = new JsonHttpClient(Duration.ofSeconds(5), REQUEST_TIMEOUT);
    private final Duration retryTimeout;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    private final Consumer<String> notice;
    private final AtomicLong lastNotice = new AtomicLong(NEVER);

    /// Waits between two attempts.
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /// @param retryTimeout no request is sent again after this; zero sends each once
    /// @param notice       receives a message while a service does not answer
    public RetryingHttpClient(Duration retryTimeout, Sleeper sleeper, LongSupplier nanoTime, Consumer<String> notice) {
        this.retryTimeout = retryTimeout;
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.notice = notice;
    }

    /// The response; after the retry timeout the last 5xx.
    ///
    /// @throws CommandFailure if there was no response until then
    public ServiceResponse send(HttpRequest request) throws InterruptedException {
        long begun = nanoTime.getAsLong();
        for (int attempt = 1; ; attempt++) {
            Duration pause = backoffAfter(attempt);
            String error;
            try {
                HttpResult result = client.send(request);
                if (!isTransient(result.status()) || isTimedOut(begun, pause)) {
                    return new ServiceResponse(result.status(), result.json());
                }
                error = "status " + result.status();
                pause = retryAfter(result, pause);
            } catch (IOException e) {
                error = e.getMessage() == null ? "connection refused" : e.getMessage();
                if (isTimedOut(begun, pause)) {
                    throw CommandFailure.environment("%s does not answer (%s); is it up? ./parlance status shows it"
                            .formatted(origin(request), error));
                }
            }
            if (attempt >= 4 && isNoticeDue()) {
                notice.accept("waiting for %s (%s)".formatted(origin(request), error));
            }
            sleeper.sleep(pause);
        }
    }

    /// One notice for all requests that wait at the same time.
    private boolean isNoticeDue() {
        long now = nanoTime.getAsLong();
        long before = lastNotice.get();
        return (before == NEVER || now - before > NOTICE_INTERVAL.toNanos()) && lastNotice.compareAndSet(before, now);
    }

    private boolean isTimedOut(long begun, Duration pause) {
        return nanoTime.getAsLong() - begun + pause.toNanos() > retryTimeout.toNanos();
    }

    private static Duration backoffAfter(int attempt) {
        Duration pause = MIN_BACKOFF.multipliedBy(1L << Math.min(attempt - 1, 10));
        return min(pause, MAX_BACKOFF);
    }

    private static boolean isTransient(int status) {
        return status == 429 || status >= 500;
    }

    private static Duration retryAfter(HttpResult result, Duration otherwise) {
        OptionalInt seconds = result.retryAfterSeconds();
        return seconds.isEmpty() ? otherwise : min(Duration.ofSeconds(seconds.getAsInt()), MAX_BACKOFF);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String origin(HttpRequest request) {
        return "%s://%s".formatted(request.uri().getScheme(), request.uri().getAuthority());
    }
}

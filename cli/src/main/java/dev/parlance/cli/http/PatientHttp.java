package dev.parlance.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.cli.terminal.Failure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Sends a request until the service has really said something: a refused connection, a lost answer, 429 and every
/// 5xx are taken for a service that is coming back, and tried again with growing pauses. Only for requests that may
/// be repeated.
public final class PatientHttp {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(20);
    private static final long NEVER = Long.MIN_VALUE;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Duration patience;
    private final Rest rest;
    private final LongSupplier nanoTime;
    private final Consumer<String> note;
    private final AtomicLong lastNote = new AtomicLong(NEVER);

    /// How time passes between two tries.
    public interface Rest {
        void take(Duration duration) throws InterruptedException;
    }

    public PatientHttp(Duration patience, Rest rest, LongSupplier nanoTime, Consumer<String> note) {
        this.patience = patience;
        this.rest = rest;
        this.nanoTime = nanoTime;
        this.note = note;
    }

    /// The service's answer; after `patience` its last 5xx, or a failure if it never said anything.
    public Answer send(HttpRequest request) throws InterruptedException {
        long begun = nanoTime.getAsLong();
        for (int attempt = 1; ; attempt++) {
            Duration pause = pauseAfter(attempt);
            String trouble;
            try {
                HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
                if (!isTransient(response.statusCode()) || isOver(begun, pause)) {
                    return new Answer(response.statusCode(), json(response.body()));
                }
                trouble = "status " + response.statusCode();
                pause = retryAfter(response).orElse(pause);
            } catch (IOException e) {
                trouble = e.getMessage() == null ? "connection refused" : e.getMessage();
                if (isOver(begun, pause)) {
                    throw Failure.environment("%s does not answer (%s); is it up? ./parlance status shows it"
                            .formatted(origin(request), trouble));
                }
            }
            if (attempt >= 4 && isTimeForANote()) {
                note.accept("waiting for %s (%s)".formatted(origin(request), trouble));
            }
            rest.take(pause);
        }
    }

    /// One note for all requests that wait at the same time.
    private boolean isTimeForANote() {
        long now = nanoTime.getAsLong();
        long before = lastNote.get();
        return (before == NEVER || now - before > BETWEEN_NOTES.toNanos()) && lastNote.compareAndSet(before, now);
    }

    private boolean isOver(long begun, Duration pause) {
        return nanoTime.getAsLong() - begun + pause.toNanos() > patience.toNanos();
    }

    private static Duration pauseAfter(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static boolean isTransient(int status) {
        return status == 429 || status >= 500;
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(wanted -> wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted);
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String origin(HttpRequest request) {
        return "%s://%s".formatted(request.uri().getScheme(), request.uri().getAuthority());
    }
}

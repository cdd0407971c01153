package dev.parlance.conversation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A client of a live stream.
public final class SseClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<SseEvent> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> answer;
    private volatile String lastId;
    private volatile boolean ended;

    public record SseEvent(String id, String type, JsonNode data) {}

    private SseClient(String path, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            answer = http.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        Thread.ofPlatform().daemon().start(this::read);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lastId).isNotNull());
    }

    public static SseClient open(String path) {
        return new SseClient(path, null);
    }

    public static SseClient resume(String path, String lastEventId) {
        return new SseClient(path, lastEventId);
    }

    /// Waits for this many events and returns all.
    public List<SseEvent> events(int expected) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(events).hasSizeGreaterThanOrEqualTo(expected));
        return List.copyOf(events);
    }

    /// The last event id, as a browser would send it.
    String lastId() {
        return lastId;
    }

    void awaitEnd() {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(ended).isTrue());
    }

    private void read() {
        String[] id = new String[1];
        String[] type = new String[1];
        String[] data = new String[1];
        try (Stream<String> lines = answer.body()) {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    if (data[0] != null) {
                        events.add(new SseEvent(id[0], type[0], json(data[0])));
                    }
                    lastId = id[0] == null ? lastId : id[0];
                    type[0] = null;
                    data[0] = null;
                } else if (line.startsWith("id: ")) {
                    id[0] = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type[0] = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data[0] = line.substring(6);
                }
            });
        } catch (UncheckedIOException e) {
            // closed by the test or the service
        }
        ended = true;
    }

    private static JsonNode json(String data) {
        try {
            return new ObjectMapper().readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

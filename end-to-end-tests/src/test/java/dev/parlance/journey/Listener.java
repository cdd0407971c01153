package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Whoever follows a live stream: what it tells from the moment at which it is open.
final class Listener implements AutoCloseable {
    private static final String EVENT = "event: ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> types = new CopyOnWriteArrayList<>();

    Listener(String url) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> follow(answer));
    }

    private void follow(HttpResponse<Stream<String>> answer) {
        try (Stream<String> lines = answer.body()) {
            lines.filter(line -> line.startsWith(EVENT)).forEach(line -> types.add(line.substring(EVENT.length())));
        } catch (UncheckedIOException closed) {
            types.add("closed");
        }
    }

    /// The types of the events, in their order.
    List<String> types() {
        return types;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

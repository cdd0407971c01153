package dev.parlance.kit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONG)
            .build();
    private final Door door = new Door();
    private final CompletableFuture<Void> come = new CompletableFuture<>();
    private final Promise<Void> answered = Promise.promise();
    private HttpServer server;

    @BeforeEach
    void open() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoIsInsideIsAnsweredAfterTheDoorIsShut() {
        // Given
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(request("/slow"), BodyHandlers.ofString());
        come.join();
        // When
        door.shut();
        // Then
        assertThatThrownBy(this::knockUntilRefused).isInstanceOf(ConnectException.class);
        answered.complete();
        assertThat(slow.join().body()).isEqualTo("/slow");
    }

    /// The port is closed by a thread of its own, in a moment.
    private void knockUntilRefused() throws IOException, InterruptedException {
        while (true) {
            try (var stranger = HttpClient.newHttpClient()) {
                var _ = stranger.send(request("/quick"), BodyHandlers.discarding());
            }
        }
    }

    private void serve(HttpServerRequest request) {
        door.enter(request.connection());
        if (request.path().equals("/slow")) {
            answered.future().onComplete(_ -> request.response().end(request.path()));
            come.complete(null);
        } else {
            var _ = request.response().end(request.path());
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .timeout(LONG)
                .build();
    }
}

package dev.parlance.kit.pipeline;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.EventLoop;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final Duration LONG = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONG)
            .build();
    private final Door door = new Door();
    private final CompletableFuture<Void> come = new CompletableFuture<>();
    private final Promise<Void> answered = Promise.promise();
    private LocalServer server;
    private volatile EventLoop doorkeeper;

    @BeforeEach
    void open() {
        server = new LocalServer(this::serve);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void whoIsInsideIsAnsweredAfterTheDoorIsShut() {
        // Given
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(request("/slow"), BodyHandlers.ofString());
        come.join();
        // When
        door.shut();
        // Then
        isRefused();
        answered.complete();
        assertThat(slow.join().body()).isEqualTo("/slow");
    }

    @Test
    void whoWaitsAtTheDoorIsLetInBeforeItIsShut() throws Exception {
        // Given
        assertThat(client.send(request("/quick"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        var busy = new CountDownLatch(1);
        doorkeeper.execute(() -> await(busy));
        try (var waiting = new Socket("127.0.0.1", server.port())) {
            waiting.setSoTimeout((int) LONG.toMillis());
            waiting.getOutputStream().write("GET /waited HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
            // When
            door.shut();
            busy.countDown();
            // Then
            assertThat(new String(waiting.getInputStream().readAllBytes(), US_ASCII))
                    .endsWith("/waited");
        }
        isRefused();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The port is closed by a thread of its own, in a moment: until then strangers are let in, and one who knocks at
    /// that very moment may be thrown out.
    private void isRefused() {
        Awaitility.await().atMost(LONG).untilAsserted(() -> assertThatThrownBy(this::knock)
                .isInstanceOf(ConnectException.class));
    }

    private void knock() throws IOException, InterruptedException {
        try (var stranger = HttpClient.newHttpClient()) {
            var _ = stranger.send(request("/quick"), BodyHandlers.discarding());
        }
    }

    private void serve(HttpServerRequest request) {
        door.enter(request.connection());
        doorkeeper = ((ConnectionBase) request.connection()).channel().parent().eventLoop();
        if (request.path().equals("/slow")) {
            answered.future().onComplete(_ -> request.response().end(request.path()));
            come.complete(null);
        } else {
            var _ = request.response().end(request.path());
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(LONG)
                .build();
    }
}

package dev.parlance.kit.shutdown;

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

class ServerSocketCloserTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ServerSocketCloser socketCloser = new ServerSocketCloser();
    private final CompletableFuture<Void> requestArrived = new CompletableFuture<>();
    private final Promise<Void> answered = Promise.promise();
    private LocalServer server;
    private volatile EventLoop acceptorLoop;

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
    void requestsInProgressAreAnsweredAfterTheSocketIsClosed() {
        // Given
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(request("/slow"), BodyHandlers.ofString());
        requestArrived.join();
        // When
        socketCloser.close();
        // Then
        awaitConnectionRefused();
        answered.complete();
        assertThat(slow.join().body()).isEqualTo("/slow");
    }

    @Test
    void pendingConnectionsAreAcceptedBeforeTheSocketIsClosed() throws Exception {
        // Given
        assertThat(client.send(request("/quick"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        var busy = new CountDownLatch(1);
        acceptorLoop.execute(() -> await(busy));
        try (var waiting = new Socket("127.0.0.1", server.port())) {
            waiting.setSoTimeout((int) TIMEOUT.toMillis());
            waiting.getOutputStream().write("GET /waited HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
            // When
            socketCloser.close();
            busy.countDown();
            // Then
            assertThat(new String(waiting.getInputStream().readAllBytes(), US_ASCII))
                    .endsWith("/waited");
        }
        awaitConnectionRefused();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Another thread closes the socket: until then connections are accepted, and one that arrives at that very
    /// moment may be reset.
    private void awaitConnectionRefused() {
        Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThatThrownBy(this::connect)
                .isInstanceOf(ConnectException.class));
    }

    private void connect() throws IOException, InterruptedException {
        try (var stranger = HttpClient.newHttpClient()) {
            var _ = stranger.send(request("/quick"), BodyHandlers.discarding());
        }
    }

    private void serve(HttpServerRequest request) {
        socketCloser.findServerChannel(request.connection());
        acceptorLoop =
                ((ConnectionBase) request.connection()).channel().parent().eventLoop();
        if (request.path().equals("/slow")) {
            answered.future().onComplete(_ -> request.response().end(request.path()));
            requestArrived.complete(null);
        } else {
            var _ = request.response().end(request.path());
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(TIMEOUT)
                .build();
    }
}

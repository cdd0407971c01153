package dev.parlance.conversation.speech.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderClientTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theKeyIsSentAsABearerToken() {
        respond(exchange -> answer(exchange, 200, exchange.getRequestHeaders().getFirst("Authorization")));
        assertThat(new String(post(Duration.ofSeconds(60), 1_000), UTF_8)).isEqualTo("Bearer secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void errorsOfTheRequestAreRejections(int status) {
        respond(exchange -> answer(exchange, status, "a text of the learner"));
        assertThatThrownBy(() -> post(Duration.ofSeconds(60), 1_000))
                .isInstanceOf(ProviderFailure.Rejected.class)
                .hasMessage("It answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 408, 409, 429, 500, 502, 503})
    void otherErrorsAreRetryable(int status) {
        respond(exchange -> answer(exchange, status, "a text of the learner"));
        assertThatThrownBy(() -> post(Duration.ofSeconds(60), 1_000))
                .isInstanceOf(ProviderFailure.Unavailable.class)
                .hasMessage("It answered " + status);
    }

    @Test
    void retryAfterIsHonouredUpToAnHour() {
        respond(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "86400");
            answer(exchange, 429, "");
        });
        var failure =
                catchThrowableOfType(ProviderFailure.Unavailable.class, () -> post(Duration.ofSeconds(60), 1_000));
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aSlowBodyTimesOut() {
        respond(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!threads.isShutdown()) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(10_000_000);
            }
        });
        assertThatThrownBy(() -> post(Duration.ofSeconds(5), 100_000_000)) // long enough for the answer to begin
                .isInstanceOf(ProviderFailure.Unavailable.class)
                .hasMessage("It has not answered in time");
    }

    @Test
    void aTooLargeResponseIsAFailure() {
        respond(exchange -> answer(exchange, 200, "x".repeat(1_001)));
        assertThatThrownBy(() -> post(Duration.ofSeconds(60), 1_000)).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void aRefusedConnectionIsRetryable() {
        server.stop(0);
        assertThatThrownBy(() -> post(Duration.ofSeconds(60), 1_000))
                .isInstanceOf(ProviderFailure.Unavailable.class)
                .hasMessage("It did not answer (ConnectException)");
    }

    private void respond(HttpHandler handler) {
        server.createContext("/v1/x", handler);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private byte[] post(Duration timeout, long maxBytes) {
        URI base = URI.create(
                "http://localhost:%d/v1/".formatted(server.getAddress().getPort()));
        return new ProviderClient("It", base, Optional.of("secret"), timeout)
                .post("/x", "text/plain", BodyPublishers.ofString("hello"), maxBytes);
    }
}

package dev.parlance.conversation.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/// A stub of analysis-service over HTTP. It is configured over HTTP as well, because tests and their resources live in
/// different class loaders.
public final class AnalysisStub implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "parlance.peer.analysis-url";
    private static final String UNAVAILABLE = "away";

    private final Map<String, String> known = new ConcurrentHashMap<>();
    private HttpServer server;

    /// Sets the response for a turn.
    public static void respondWith(String turn, String analysis) {
        given().contentType("application/json")
                .body(analysis)
                .put(path(turn))
                .then()
                .statusCode(204);
    }

    /// Responds with an error for this turn.
    public static void failFor(String turn) {
        respondWith(turn, UNAVAILABLE);
    }

    private static String path(String turn) {
        return ConfigProvider.getConfig().getValue(URL, String.class) + "/v1/turns/" + turn + "/analysis";
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/turns/", this::answer);
        server.start();
        return Map.of(URL, "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (exchange.getRequestMethod().equals("PUT")) {
            known.put(path, sent);
            exchange.sendResponseHeaders(204, -1);
        } else if (!known.containsKey(path)) {
            exchange.sendResponseHeaders(404, -1);
        } else if (known.get(path).equals(UNAVAILABLE)) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            byte[] body = known.get(path).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}

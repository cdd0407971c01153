package dev.parlance.conversation.speech.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A stand-in for a provider: an HTTP server with OpenAI's API, or with configured failures. Tests configure it and
/// read its requests over HTTP too ([StubProviderControl]), because tests and their resources live in different
/// class loaders.
public final class StubProvider implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Behaviour GOOD = new Behaviour(200, null, null, 0, false);
    private static final Behaviour UNKNOWN = new Behaviour(401, "no key", null, 0, false);

    private final List<String> requests = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Behaviour behaviour = GOOD;
    private HttpServer server;

    /// @param status     of the response
    /// @param body       instead of the valid one; null for the valid one
    /// @param retryAfter header; null for none
    /// @param times      requests that are answered like this, all others normally; 0 for all
    /// @param silent     whether responses are held until the behaviour changes
    record Behaviour(int status, String body, String retryAfter, int times, boolean silent) {}

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/audio/speech", exchange -> answer(exchange, StubProvider::speechResponse));
        server.createContext("/v1/audio/transcriptions", exchange -> answer(exchange, _ -> transcriptionResponse()));
        server.createContext("/control", this::control);
        server.start();
        String url = "http://localhost:%d/v1".formatted(server.getAddress().getPort());
        return Map.of(
                "parlance.synthesis.engine",
                "endpoint",
                "parlance.speech-endpoint.url",
                url,
                "parlance.speech-endpoint.key",
                "secret",
                "parlance.transcription-endpoint.url",
                url);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private interface GoodResponse {
        byte[] body(String request) throws JsonProcessingException;
    }

    private void answer(HttpExchange exchange, GoodResponse good) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean isKnown = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || exchange.getRequestURI().getPath().endsWith("transcriptions");
        Behaviour response = isKnown ? recordAndAwaitBehaviour(body) : recordRequest(body, UNKNOWN);
        if (response.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", response.retryAfter());
        }
        byte[] answer = response.body() == null && response.status() == 200
                ? good.body(body)
                : String.valueOf(response.body()).getBytes(UTF_8);
        exchange.sendResponseHeaders(response.status(), answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private synchronized Behaviour recordRequest(String body, Behaviour response) {
        requests.add(body);
        return response;
    }

    private synchronized Behaviour recordAndAwaitBehaviour(String body) {
        requests.add(body);
        while (behaviour.silent()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return GOOD;
            }
        }
        return behaviour.times() == 0 || requests.size() <= behaviour.times() ? behaviour : GOOD;
    }

    /// `PUT` sets the behaviour and forgets all requests; `POST` returns to normal and releases held responses;
    /// `GET` returns the requests since the last `PUT`.
    private void control(HttpExchange exchange) throws IOException {
        byte[] answer;
        synchronized (this) {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    behaviour = JSON.readValue(exchange.getRequestBody(), Behaviour.class);
                    requests.clear();
                }
                case "POST" -> behaviour = GOOD;
                default -> {} // only a question
            }
            notifyAll();
            ArrayNode all = JSON.createArrayNode();
            requests.forEach(all::add);
            answer = JSON.writeValueAsBytes(all);
        }
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /// A tenth of a second of silence per character, with the sizes of a piped file; in other formats, only their
    /// signature.
    private static byte[] speechResponse(String body) throws JsonProcessingException {
        JsonNode request = JSON.readTree(body);
        byte[] audio = new byte[1600 * request.get("input").asText().length()];
        String format = request.get("response_format").asText();
        if (!format.equals("wav")) {
            byte[] signature = (format.equals("opus") ? "OggS" : "ID3").getBytes(UTF_8);
            return ByteBuffer.allocate(signature.length + audio.length)
                    .put(signature)
                    .array();
        }
        return ByteBuffer.allocate(44 + audio.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(UTF_8))
                .putInt(0x7FFFF024)
                .put("WAVEfmt ".getBytes(UTF_8))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(UTF_8))
                .putInt(0x7FFFF000)
                .array();
    }

    private static byte[] transcriptionResponse() {
        return """
                {"task": "transcribe", "language": "japanese", "duration": 1.2, "text": " りんごがたべたい ",
                 "words": [{"word": "りんご", "start": 0.0, "end": 0.52}, {"word": "が", "start": 0.52, "end": 0.6}],
                 "segments": [{"id": 0, "avg_logprob": -0.1}]}
                """.getBytes(UTF_8);
    }
}

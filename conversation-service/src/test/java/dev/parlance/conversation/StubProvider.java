package dev.parlance.conversation;

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

/// The outside party that no test can run: an HTTP server that answers as an endpoint like OpenAI's does, or as
/// badly as it is told to. It is told, and asked what it heard, over HTTP too ([Provider]), because tests and their
/// resources live in different class loaders.
public final class StubProvider implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Behaviour GOOD = new Behaviour(200, null, null, 0, false);
    private static final Behaviour UNKNOWN = new Behaviour(401, "no key", null, 0, false);

    private final List<String> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Behaviour behaviour = GOOD;
    private HttpServer server;

    /// @param status     of the answer
    /// @param body       in the place of the right one; null for that
    /// @param retryAfter a header; null for none
    /// @param times      so many requests are answered like this, and all others well; 0 for as many as come
    /// @param silent     whether nothing is answered until it is told otherwise
    record Behaviour(int status, String body, String retryAfter, int times, boolean silent) {}

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/audio/speech", exchange -> answer(exchange, StubProvider::spoken));
        server.createContext("/v1/audio/transcriptions", exchange -> answer(exchange, _ -> heard()));
        server.createContext("/control", this::control);
        server.start();
        String url = "http://localhost:%d/v1".formatted(server.getAddress().getPort());
        return Map.of(
                "conversation.synthesis.engine",
                "endpoint",
                "conversation.speech-endpoint.url",
                url,
                "conversation.speech-endpoint.key",
                "secret",
                "conversation.transcription-endpoint.url",
                url);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private interface Right {
        byte[] body(String asked) throws JsonProcessingException;
    }

    private void answer(HttpExchange exchange, Right right) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean isKnown = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || exchange.getRequestURI().getPath().endsWith("transcriptions");
        Behaviour now = isKnown ? next(body) : noted(body, UNKNOWN);
        if (now.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", now.retryAfter());
        }
        byte[] answer = now.body() == null && now.status() == 200
                ? right.body(body)
                : String.valueOf(now.body()).getBytes(UTF_8);
        exchange.sendResponseHeaders(now.status(), answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private synchronized Behaviour noted(String body, Behaviour towards) {
        asked.add(body);
        return towards;
    }

    private synchronized Behaviour next(String body) {
        asked.add(body);
        while (behaviour.silent()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return GOOD;
            }
        }
        return behaviour.times() == 0 || asked.size() <= behaviour.times() ? behaviour : GOOD;
    }

    /// `PUT` sets how it behaves from now on and forgets what it heard; `POST` lets it answer well whatever it has left
    /// unanswered; `GET` tells what it has heard since.
    private void control(HttpExchange exchange) throws IOException {
        byte[] answer;
        synchronized (this) {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    behaviour = JSON.readValue(exchange.getRequestBody(), Behaviour.class);
                    asked.clear();
                }
                case "POST" -> behaviour = GOOD;
                default -> {} // only a question
            }
            notifyAll();
            ArrayNode all = JSON.createArrayNode();
            asked.forEach(all::add);
            answer = JSON.writeValueAsBytes(all);
        }
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /// A tenth of a second of silence for each character, with the sizes of a file that was written into a pipe; in
    /// other formats, what begins as they do.
    private static byte[] spoken(String asked) throws JsonProcessingException {
        JsonNode request = JSON.readTree(asked);
        byte[] sound = new byte[1600 * request.get("input").asText().length()];
        String format = request.get("response_format").asText();
        if (!format.equals("wav")) {
            byte[] begun = (format.equals("opus") ? "OggS" : "ID3").getBytes(UTF_8);
            return ByteBuffer.allocate(begun.length + sound.length).put(begun).array();
        }
        return ByteBuffer.allocate(44 + sound.length)
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

    private static byte[] heard() {
        return """
                {"task": "transcribe", "language": "japanese", "duration": 1.2, "text": " りんごがたべたい ",
                 "words": [{"word": "りんご", "start": 0.0, "end": 0.52}, {"word": "が", "start": 0.52, "end": 0.6}],
                 "segments": [{"id": 0, "avg_logprob": -0.1}]}
                """.getBytes(UTF_8);
    }
}

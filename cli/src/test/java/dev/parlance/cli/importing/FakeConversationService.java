package dev.parlance.cli.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The part of conversation-service that an import needs, over real HTTP and in memory. A turn whose text is
/// `refuse me` is refused; while `failuresLeft` is positive, every request is answered 503.
final class FakeConversationService implements AutoCloseable {
    final Map<String, JsonNode> conversations = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, JsonNode> turns = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, String> ends = Collections.synchronizedMap(new LinkedHashMap<>());
    final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger failuresLeft = new AtomicInteger();
    private final HttpServer server;

    FakeConversationService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/conversations/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = TranscriptConversation.JSON.readTree(exchange.getRequestBody());
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            send(exchange, 503, problem("overloaded", "Too much at once"));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            put(exchange, path[3], body);
        } else if (path[4].equals("turns:batch")) {
            batch(exchange, path[3], body);
        } else {
            ends.putIfAbsent(path[3], body.path("endedAt").asText());
            send(exchange, 200, TranscriptConversation.JSON.createObjectNode());
        }
    }

    private void put(HttpExchange exchange, String id, JsonNode body) throws IOException {
        JsonNode known = conversations.putIfAbsent(id, body);
        if (known == null || known.equals(body)) {
            send(exchange, known == null ? 201 : 200, body);
        } else {
            send(exchange, 409, problem("conversation-differs", "Conversation %s is another".formatted(id)));
        }
    }

    private void batch(HttpExchange exchange, String conversation, JsonNode body) throws IOException {
        ObjectNode answer = TranscriptConversation.JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        batches.add(body.path("turns").size());
        for (JsonNode turn : body.path("turns")) {
            ObjectNode result = results.addObject().put("id", turn.path("id").asText());
            if (turn.path("learnerText").asText().equals("refuse me")) {
                result.put("status", 400).set("problem", problem("bad-text", "The text is not to our liking"));
                continue;
            }
            JsonNode stored = ((ObjectNode) turn.deepCopy()).put("conversation", conversation);
            JsonNode known = turns.putIfAbsent(turn.path("id").asText(), stored);
            result.put("status", known == null ? 201 : known.equals(stored) ? 200 : 409);
            if (result.path("status").asInt() == 409) {
                result.set("problem", problem("turn-differs", "The turn is another"));
            }
        }
        send(exchange, 207, answer);
    }

    private static ObjectNode problem(String type, String detail) {
        return TranscriptConversation.JSON
                .createObjectNode()
                .put("type", "/problems/" + type)
                .put("detail", detail);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = ConversationClient.bytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.parlance.cli.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/// A conversation-service over real HTTP that finds one word in each turn, the text itself, and its first use. Its
/// stream breaks after each event, and goes on behind the last one that the client has.
final class FakeLiveService implements AutoCloseable {
    final List<String> turnTexts = Collections.synchronizedList(new ArrayList<>());
    final List<String> lastEventIds = Collections.synchronizedList(new ArrayList<>());
    volatile boolean ended;
    private final List<String> events = new ArrayList<>();
    private final HttpServer server;

    FakeLiveService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/conversations/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (path[path.length - 1].equals("live")) {
            stream(exchange);
        } else if (path.length > 5) {
            turn(exchange, path[5]);
        } else {
            ended |= path[path.length - 1].equals("end");
            send(exchange, 200, "{\"learnerId\": \"guest-1\"}");
        }
    }

    private void turn(HttpExchange exchange, String turn) throws IOException {
        String text = new ObjectMapper()
                .readTree(exchange.getRequestBody())
                .get("learnerText")
                .asText();
        synchronized (events) { // before the answer, so that the next turn cannot take this one's number
            turnTexts.add(text);
            events.add("""
                    event: words
                    data: {"turnId": "%s", "sequence": %d, "words": [{"display": "%3$s", "new": true}], "highlightIds": ["%3$s"]}

                    """.formatted(turn, turnTexts.size(), text));
            events.add("""
                    event: highlight
                    data: {"id": "%2$s", "turnId": "%1$s", "type": "new_word", "description": "first use of %2$s"}

                    """.formatted(turn, text));
            events.notifyAll();
        }
        send(exchange, 201, "{}");
    }

    private void stream(HttpExchange exchange) throws IOException {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        int next = last == null ? 0 : Integer.parseInt(last);
        if (last != null) {
            lastEventIds.add(last);
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            write(exchange, "id: %d\n\n".formatted(next));
            write(exchange, "id: %d\n%s".formatted(next + 1, event(next)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String event(int number) throws InterruptedException {
        synchronized (events) {
            while (events.size() <= number) {
                events.wait();
            }
            return events.get(number);
        }
    }

    private static void write(HttpExchange exchange, String text) {
        try {
            exchange.getResponseBody().write(text.getBytes(UTF_8));
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
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

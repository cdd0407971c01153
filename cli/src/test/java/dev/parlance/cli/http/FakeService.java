package dev.parlance.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// The administrative API of a service over real HTTP, in memory. A job answers each GET with the next of
/// `progress`; a quarantined record can be read once its id is in `readable`.
public final class FakeService implements AutoCloseable {
    public static final String JOB_ID = "5b9d3ecf-62a5-4b3b-8c53-3e4d2f30cf10";

    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    public final ConcurrentLinkedQueue<String> progress = new ConcurrentLinkedQueue<>();
    public final Map<String, ObjectNode> quarantine = Collections.synchronizedMap(new LinkedHashMap<>());
    public final Map<String, Boolean> readable = new ConcurrentHashMap<>();
    public String analyzed = "{}";
    /// Until it is adopted.
    public String bucketState = "own";
    private final HttpServer server;

    public FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/admin/republish", this::job);
        server.createContext("/v1/admin/reanalysis", this::job);
        server.createContext("/v1/admin/audio/sweeps", this::job);
        server.createContext("/v1/admin/audio/bucket", this::bucket);
        server.createContext("/v1/analyze", this::analyze);
        server.createContext("/v1/speech", this::speak);
        server.createContext("/sound.wav", this::audio);
        server.createContext("/v1/admin/levels", this::levels);
        server.createContext("/v1/admin/quarantine", this::quarantine);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Quarantines a record.
    ///
    /// @return its id
    public String addQuarantineEntry(String reason, byte[] value) {
        String id = new UUID(7, quarantine.size()).toString();
        ObjectNode record = ServiceClient.JSON.createObjectNode();
        record.put("id", id).put("topic", "parlance.analysis-events").put("partition", 3);
        record.put("offset", 17 + quarantine.size()).put("key", "default/hana").put("reason", reason);
        record.put("attempts", 1).put("firstSeenAt", "2026-11-20T08:15:30.120Z").put("status", "waiting");
        record.putNull("ceId").put("ceType", "parlance.turn-analyzed.v1");
        record.putObject("headers").put("ce_type", "parlance.turn-analyzed.v1");
        record.put("value", value);
        quarantine.put(id, record);
        return id;
    }

    private void job(HttpExchange exchange) throws IOException {
        String body = recordRequest(exchange);
        String method = exchange.getRequestMethod();
        if (method.equals("POST") && body.contains("yesterday")) {
            send(exchange, 400, problem("from must be an instant"));
        } else if (method.equals("POST")) {
            send(exchange, 202, ServiceClient.JSON.readTree("""
                            {"id": "%s", "status": "running", "sent": 0, "turns": 0, "total": null}
                            """.formatted(JOB_ID)));
        } else {
            String now = progress.poll();
            send(exchange, now == null ? 503 : 200, now == null ? problem("away") : ServiceClient.JSON.readTree(now));
        }
    }

    private void bucket(HttpExchange exchange) throws IOException {
        recordRequest(exchange);
        if (exchange.getRequestMethod().equals("POST")) {
            bucketState = "own";
        }
        send(exchange, 200, ServiceClient.JSON.readTree("""
                        {"bucket": "parlance-audio", "installationId": "42", "state": "%s", "advice": "Look at it."}
                        """.formatted(bucketState)));
    }

    private void analyze(HttpExchange exchange) throws IOException {
        boolean missing = recordRequest(exchange).contains("\"text\":\"\"");
        send(
                exchange,
                missing ? 400 : 200,
                missing ? problem("text is missing") : ServiceClient.JSON.readTree(analyzed));
    }

    private void speak(HttpExchange exchange) throws IOException {
        boolean unknown = recordRequest(exchange).contains("\"text\":\"wolf\"");
        send(
                exchange,
                unknown ? 400 : 200,
                unknown ? problem("There is no such voice") : ServiceClient.JSON.readTree("""
                        {"url": "%s/sound.wav", "contentType": "audio/wav", "sizeBytes": 4, "cached": true}
                        """.formatted(url())));
    }

    private void audio(HttpExchange exchange) throws IOException {
        recordRequest(exchange);
        exchange.sendResponseHeaders(200, 4);
        try (exchange) {
            exchange.getResponseBody().write("RIFF".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void levels(HttpExchange exchange) throws IOException {
        String body = recordRequest(exchange);
        if (exchange.getRequestMethod().equals("DELETE")) {
            send(exchange, 204, null);
            return;
        }
        ObjectNode list = (ObjectNode) ServiceClient.JSON.readTree(body);
        send(exchange, 200, list.put("words", list.path("words").size()));
    }

    private void quarantine(HttpExchange exchange) throws IOException {
        recordRequest(exchange);
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (path.length == 4) {
            list(exchange, String.valueOf(exchange.getRequestURI().getQuery()));
            return;
        }
        String id = path[4].replace(":retry", "");
        ObjectNode record = quarantine.get(id);
        if (record == null) {
            send(exchange, 404, problem("No record in quarantine has this id"));
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            record.put("status", "discarded");
            send(exchange, 204, null);
        } else if (path[4].endsWith(":retry")) {
            record.put("attempts", record.get("attempts").asInt() + 1);
            if (readable.containsKey(id)) {
                record.put("status", "retried");
            }
            send(exchange, 202, null);
        } else {
            send(exchange, 200, record);
        }
    }

    /// Pages of two entries.
    private void list(HttpExchange exchange, String query) throws IOException {
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=(\\d+).*", "$1")) : 0;
        List<ObjectNode> all = quarantine.values().stream()
                .filter(record -> !query.contains("status=")
                        || query.contains("status=" + record.get("status").asText()))
                .toList();
        ObjectNode page = ServiceClient.JSON.createObjectNode();
        var items = page.putArray("items");
        int end = Math.min(from + 2, all.size());
        for (ObjectNode record : all.subList(from, end)) {
            ObjectNode row = record.deepCopy();
            row.remove(List.of("headers", "value"));
            items.add(row);
        }
        page.put("nextCursor", end < all.size() ? String.valueOf(end) : null);
        send(exchange, 200, page);
    }

    private String recordRequest(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add("%s %s %s"
                .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body)
                .strip());
        return body;
    }

    private static ObjectNode problem(String detail) {
        return ServiceClient.JSON.createObjectNode().put("detail", detail);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : ServiceClient.JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

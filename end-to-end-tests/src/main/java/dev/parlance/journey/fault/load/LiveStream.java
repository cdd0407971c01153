package dev.parlance.journey.fault.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A learner's live stream, followed over as many connections as it takes, each resumed behind the last event. Keeps
/// what it heard and what must never be: a gap, a repetition, an order that is not that of the ids, a reset.
final class LiveStream {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int OK = 200;

    private final String learner;
    private final HttpClient http;
    private final Supplier<String> service;
    private final Map<UUID, Integer> turns = new HashMap<>();
    private final Set<UUID> analysed = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private String lastId;
    private int connections;
    private volatile boolean open;

    /// @param service asked for with each connection
    LiveStream(String learner, HttpClient http, Supplier<String> service) {
        this.learner = learner;
        this.http = http;
        this.service = service;
    }

    boolean isOpen() {
        return open;
    }

    synchronized int connections() {
        return connections;
    }

    /// Whether a turn and its analysis were heard.
    synchronized boolean heard(UUID turn) {
        return turns.containsKey(turn) && analysed.contains(turn);
    }

    synchronized List<String> wrong() {
        List<String> all = new ArrayList<>(wrong);
        turns.forEach((turn, times) -> {
            if (times > 1) {
                all.add("turn %s was heard %d times".formatted(turn, times));
            }
        });
        return all;
    }

    /// Follows the stream until the thread is interrupted.
    void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    read();
                } catch (IOException | UncheckedIOException e) {
                    // the instance has died; another one, or the same again, goes on
                }
                open = false;
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service.get() + "/v1/learners/" + learner + "/live"));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<Stream<String>> answer = http.send(request.build(), BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            if (answer.statusCode() != OK) {
                return;
            }
            synchronized (this) {
                connections++;
            }
            Block block = new Block();
            lines.forEach(line -> line(line, block));
        }
    }

    private static final class Block {
        private String id;
        private String type;
        private String data;
    }

    private void line(String line, Block block) {
        if (line.startsWith("id: ")) {
            block.id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            block.type = line.substring(7);
        } else if (line.startsWith("data: ")) {
            block.data = line.substring(6);
        } else if (line.isEmpty()) {
            ended(block);
            block.type = null;
            block.data = null;
        }
    }

    private synchronized void ended(Block block) {
        if (block.data == null) {
            lastId = block.id == null ? lastId : block.id;
            open = true;
            return;
        }
        if (block.type.equals("slow")) {
            return; // it has no id, and the next connection goes on
        }
        if (block.type.equals("reset")) {
            wrong.add("a reset at " + block.id);
        } else if (Long.parseLong(block.id) != Long.parseLong(lastId) + 1) {
            wrong.add("%s behind %s".formatted(block.id, lastId));
        }
        lastId = block.id;
        heard(block.type, json(block.data));
    }

    private void heard(String type, JsonNode data) {
        if (type.equals("turn")) {
            turns.merge(UUID.fromString(data.get("turnId").asText()), 1, Integer::sum);
        } else if (type.equals("words")) {
            analysed.add(UUID.fromString(data.get("turnId").asText()));
        }
    }

    private static JsonNode json(String data) {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

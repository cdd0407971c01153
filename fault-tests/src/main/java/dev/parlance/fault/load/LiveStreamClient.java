package dev.parlance.fault.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.platform.client.SseClient;
import dev.parlance.platform.client.SseEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// A learner's live stream. It records the turns that were received and each violation of the protocol: a gap or a
/// repetition in the ids, or a reset.
final class LiveStreamClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<UUID, Integer> turns = new HashMap<>();
    private final Set<UUID> analyzed = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private final SseClient stream;

    /// @param service base URL, called for each connection
    LiveStreamClient(String learner, Supplier<String> service) {
        this.stream = new SseClient(
                        () -> URI.create(service.get() + "/v1/learners/" + learner + "/live"), this::receive, _ -> {})
                .start();
    }

    boolean isOpen() {
        return stream.isOpen();
    }

    int connections() {
        return stream.connections();
    }

    /// Whether a turn and its analysis were received.
    synchronized boolean received(UUID turn) {
        return turns.containsKey(turn) && analyzed.contains(turn);
    }

    synchronized List<String> violations() {
        List<String> all = new ArrayList<>(violations);
        turns.forEach((turn, times) -> {
            if (times > 1) {
                all.add("turn %s was heard %d times".formatted(turn, times));
            }
        });
        return all;
    }

    @Override
    public void close() {
        stream.close();
    }

    private synchronized void receive(SseEvent event) {
        switch (event.type()) {
            case "slow" -> {} // has no id; the next connection goes on
            case "reset" -> violations.add("a reset at " + event.id());
            case "turn" -> {
                checkId(event);
                turns.merge(turnId(event), 1, Integer::sum);
            }
            case "words" -> {
                checkId(event);
                analyzed.add(turnId(event));
            }
            default -> checkId(event);
        }
    }

    private void checkId(SseEvent event) {
        if (Long.parseLong(event.id()) != Long.parseLong(event.previousId()) + 1) {
            violations.add("%s behind %s".formatted(event.id(), event.previousId()));
        }
    }

    private static UUID turnId(SseEvent event) {
        try {
            return UUID.fromString(JSON.readTree(event.data()).get("turnId").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

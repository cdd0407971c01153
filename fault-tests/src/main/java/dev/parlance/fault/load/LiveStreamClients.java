package dev.parlance.fault.load;

import dev.parlance.fault.cluster.Polling;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Live streams of learners, spread over the instances that there are.
public final class LiveStreamClients implements AutoCloseable {
    private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(60);

    private final Map<String, LiveStreamClient> streams = new LinkedHashMap<>();

    /// Returns when all are open: every event from now on must be delivered.
    ///
    /// @param services their addresses, asked for with each connection
    public static LiveStreamClients open(List<String> learners, Supplier<List<String>> services)
            throws InterruptedException {
        var all = new LiveStreamClients();
        var next = new AtomicInteger();
        for (String learner : learners) {
            all.streams.put(learner, new LiveStreamClient(learner, () -> {
                List<String> now = services.get();
                return now.get(Math.floorMod(next.getAndIncrement(), now.size()));
            }));
        }
        var _ = Polling.await("streams open", OPEN_TIMEOUT, () -> all.streams.values().stream()
                .allMatch(LiveStreamClient::isOpen));
        return all;
    }

    /// Turns of which the learner received no recording or no analysis.
    public long countMissing(Map<UUID, String> learnerOfTurn) {
        return learnerOfTurn.entrySet().stream()
                .filter(turn -> !streams.get(turn.getValue()).received(turn.getKey()))
                .count();
    }

    /// Gaps, repetitions, resets.
    public List<String> violations() {
        return streams.entrySet().stream()
                .flatMap(stream -> stream.getValue().violations().stream().map(what -> stream.getKey() + ": " + what))
                .toList();
    }

    /// Connections beyond the first of each stream.
    public long reconnects() {
        return streams.values().stream()
                .mapToLong(stream -> stream.connections() - 1L)
                .sum();
    }

    @Override
    public void close() {
        streams.values().forEach(LiveStreamClient::close);
    }
}

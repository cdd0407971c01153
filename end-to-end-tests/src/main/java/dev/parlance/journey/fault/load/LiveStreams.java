package dev.parlance.journey.fault.load;

import dev.parlance.journey.fault.world.Until;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Live streams of learners, spread over the instances that there are.
public final class LiveStreams implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, LiveStream> streams = new LinkedHashMap<>();

    /// Returns when all are open: whatever happens from now on must be heard.
    ///
    /// @param services their addresses, asked for with each connection
    public static LiveStreams open(List<String> learners, Supplier<List<String>> services) throws InterruptedException {
        var all = new LiveStreams();
        var next = new AtomicInteger();
        for (String learner : learners) {
            all.streams.put(learner, new LiveStream(learner, all.http, () -> {
                List<String> now = services.get();
                return now.get(Math.floorMod(next.getAndIncrement(), now.size()));
            }));
        }
        all.streams.values().forEach(stream -> all.threads.execute(stream::follow));
        var _ = Until.holds(
                "streams open", SOON, () -> all.streams.values().stream().allMatch(LiveStream::isOpen));
        return all;
    }

    /// Those of these turns that were not heard with their analysis, by learner.
    public long unheard(Map<UUID, String> learnerOfTurn) {
        return learnerOfTurn.entrySet().stream()
                .filter(turn -> !streams.get(turn.getValue()).heard(turn.getKey()))
                .count();
    }

    /// Gaps, repetitions, resets.
    public List<String> wrong() {
        return streams.entrySet().stream()
                .flatMap(stream -> stream.getValue().wrong().stream().map(what -> stream.getKey() + ": " + what))
                .toList();
    }

    /// Connections beyond the first of each stream.
    public long resumed() {
        return streams.values().stream()
                .mapToLong(stream -> stream.connections() - 1L)
                .sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}

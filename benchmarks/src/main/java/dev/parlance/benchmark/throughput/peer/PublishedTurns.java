package dev.parlance.benchmark.throughput.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.installation.storage.BackgroundTask;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.platform.client.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/// Turns that have come to a topic: how many, and how long after they were recorded. Of every sixteenth it is read
/// when it was recorded: reading costs the cores that are measured.
public final class PublishedTurns {
    private static final int SAMPLING_INTERVAL = 16;
    private static final String TYPE_HEADER = "ce_type";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    /// The broker answers 50 times a second, however little there is.
    private static final Map<String, Object> CONSUMER_SETTINGS =
            Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1 << 20);

    private final String type;
    private final Clock clock;
    private final List<Double> takeMilliseconds = new ArrayList<>();
    private long count;
    private long lastArrivalNanos;

    /// @param type only records whose header `ce_type` says so are turns; a record without that header is one
    /// @param clock the one that turns are recorded by
    public PublishedTurns(String type, Clock clock) {
        this.type = type;
        this.clock = clock;
    }

    /// Takes whatever comes, and whatever has come before.
    public BackgroundTask subscribe(String kafka, String topic) {
        return BackgroundTask.start(topic, closed -> new TopicReader(kafka, CONSUMER_SETTINGS)
                .follow(
                        List.of(topic),
                        true,
                        (record, at) -> record(TopicReader.header(record, TYPE_HEADER), record.value(), at),
                        closed));
    }

    /// @param type of the record, empty where it has none
    /// @param at   by `System.nanoTime`
    synchronized void record(String type, byte[] value, long at) {
        if (!type.isEmpty() && !type.equals(this.type)) {
            return;
        }
        if (count % SAMPLING_INTERVAL == 0) {
            takeMilliseconds.add((double)
                    Duration.between(recordedAt(value), clock.instant()).toMillis());
        }
        count++;
        lastArrivalNanos = at;
    }

    /// All of them.
    public synchronized long count() {
        return count;
    }

    /// When the last of them came, by `System.nanoTime`.
    public synchronized long lastArrivalNanos() {
        return lastArrivalNanos;
    }

    /// From when each was recorded until it had come, since this was asked last.
    public synchronized Distribution takeMilliseconds() {
        var since = new Distribution(takeMilliseconds);
        takeMilliseconds.clear();
        return since;
    }

    private static Instant recordedAt(byte[] value) {
        try {
            return Instant.parse(JSON.readTree(value).get("recordedAt").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

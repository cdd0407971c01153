package dev.parlance.benchmark.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.load.TopicWatch;
import dev.parlance.benchmark.load.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.header.Headers;

/// Turns that have come to a topic: how many, and how long after they were recorded. Of every sixteenth it is read when
/// it was recorded: reading costs the cores that are measured.
public final class Arrivals {
    private static final int SAMPLED = 16;
    private static final String TYPE = "ce_type";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    /// The broker answers 50 times a second, however little there is.
    private static final Map<String, Object> SETTINGS = Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            20,
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            1 << 20,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000);

    private final String type;
    private final Clock clock;
    private final List<Double> milliseconds = new ArrayList<>();
    private long count;
    private long last;

    /// @param type only records whose header `ce_type` says so are turns; a record without that header is one
    /// @param clock the one that turns are recorded by
    public Arrivals(String type, Clock clock) {
        this.type = type;
        this.clock = clock;
    }

    /// Takes whatever comes, and whatever has come before.
    public Watch watch(String kafka, String topic) {
        return TopicWatch.start(kafka, topic, SETTINGS, (read, at) -> take(type(read.headers()), read.value(), at));
    }

    /// @param type of the record, null where it has none
    /// @param at   by `System.nanoTime`
    synchronized void take(String type, byte[] value, long at) {
        if (type != null && !type.equals(this.type)) {
            return;
        }
        if (count % SAMPLED == 0) {
            milliseconds.add((double)
                    Duration.between(recordedAt(value), clock.instant()).toMillis());
        }
        count++;
        last = at;
    }

    /// All of them.
    public synchronized long count() {
        return count;
    }

    /// When the last of them came, by `System.nanoTime`.
    public synchronized long last() {
        return last;
    }

    /// From when each was recorded until it had come, since this was asked last.
    public synchronized Distribution milliseconds() {
        var since = new Distribution(milliseconds);
        milliseconds.clear();
        return since;
    }

    private static String type(Headers headers) {
        var header = headers.lastHeader(TYPE);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Instant recordedAt(byte[] value) {
        try {
            return Instant.parse(JSON.readTree(value).get("recordedAt").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

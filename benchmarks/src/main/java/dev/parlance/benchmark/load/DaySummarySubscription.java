package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.installation.storage.BackgroundTask;
import dev.parlance.platform.client.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads `parlance.daily-summaries` as any subscriber would and records the turns of each day.
public final class DaySummarySubscription {
    private static final String TOPIC = "parlance.daily-summaries";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private DaySummarySubscription() {}

    /// Reads from the first record on.
    public static BackgroundTask start(String kafka, TurnLatencies counted) {
        return BackgroundTask.start(TOPIC, closed -> new TopicReader(kafka)
                .follow(List.of(TOPIC), true, (record, at) -> recordDay(record.value(), counted, at), closed));
    }

    private static void recordDay(byte[] value, TurnLatencies counted, long at) {
        if (value == null) {
            return; // a day that no longer exists
        }
        try {
            JsonNode day = JSON.readTree(value);
            counted.recordDay(
                    day.get("learnerId").asText(),
                    day.get("date").asText(),
                    day.get("turns").asInt(),
                    at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

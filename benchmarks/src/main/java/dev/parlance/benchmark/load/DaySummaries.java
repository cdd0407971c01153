package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Watches `parlance.daily-summaries` as any subscriber would, and tells the ledger what it sees.
public final class DaySummaries {
    private static final String TOPIC = "parlance.daily-summaries";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private DaySummaries() {}

    /// From the first record on.
    public static Watch watch(String kafka, CountedTurns counted) {
        return TopicWatch.start(kafka, TOPIC, Map.of(), (read, at) -> tell(read.value(), counted, at));
    }

    private static void tell(byte[] value, CountedTurns counted, long at) {
        if (value == null) {
            return; // a day that no longer exists
        }
        try {
            JsonNode day = JSON.readTree(value);
            counted.counted(
                    day.get("learnerId").asText(),
                    day.get("date").asText(),
                    day.get("turns").asInt(),
                    at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

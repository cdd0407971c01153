package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.installation.TopicRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// When a service first sent a turn's event, as its topic remembers.
public final class SentTimes {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private SentTimes() {}

    /// Milliseconds since the epoch, by turn. Reads all that the topic has now.
    public static Map<String, Long> on(String topic, String kafka) {
        Map<String, Long> times = new HashMap<>();
        TopicRecords.forEach(kafka, topic, record -> times.merge(turn(record.value()), record.timestamp(), Math::min));
        return times;
    }

    /// Empty for what is about no turn.
    private static String turn(byte[] value) {
        try {
            JsonNode event = JSON.readTree(value);
            return event.path("turnId").asText("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.parlance.benchmark.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.platform.client.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// When a service first sent a turn's event, as its topic remembers.
public final class PublishTimes {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private PublishTimes() {}

    /// Milliseconds since the epoch, by turn. Reads all that the topic has now.
    public static Map<String, Long> read(String topic, String kafka) {
        Map<String, Long> times = new HashMap<>();
        new TopicReader(kafka)
                .forEach(topic, record -> times.merge(turnId(record.value()), record.timestamp(), Math::min));
        return times;
    }

    /// Empty for what is about no turn.
    private static String turnId(byte[] value) {
        try {
            JsonNode event = JSON.readTree(value);
            return event.path("turnId").asText("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

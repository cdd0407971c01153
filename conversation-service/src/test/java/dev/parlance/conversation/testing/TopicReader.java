package dev.parlance.conversation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Reads events from a topic, as another service would.
public final class TopicReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private TopicReader() {}

    public record PublishedEvent(String key, Map<String, String> headers, JsonNode value) {}

    /// The events of a type about a conversation: waits for the expected number, then reads to the present end.
    public static List<PublishedEvent> events(String conversation, String type, int expected) {
        return readUntil(conversation, type::equals, expected);
    }

    /// All events about a conversation in order, awaited in the same way.
    public static List<PublishedEvent> events(String conversation, int expected) {
        return readUntil(conversation, _ -> true, expected);
    }

    private static List<PublishedEvent> readUntil(String conversation, Predicate<String> type, int expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "isolation.level",
                "read_committed");
        List<PublishedEvent> found = new ArrayList<>();
        Instant end = Instant.now().plus(TIMEOUT);
        try (var kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = kafka.partitionsFor("parlance.conversation-events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            boolean settled = false;
            while (Instant.now().isBefore(end) && !settled) {
                var records = kafka.poll(Duration.ofMillis(300));
                records.forEach(record -> {
                    Map<String, String> headers = new HashMap<>();
                    record.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    JsonNode value = read(record.value());
                    if (type.test(headers.get("ce_type"))
                            && conversation.equals(value.get("conversationId").asText())) {
                        found.add(new PublishedEvent(record.key(), headers, value));
                    }
                });
                settled = records.isEmpty() && found.size() >= expected;
            }
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(expected);
        return found;
    }

    private static JsonNode read(byte[] value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}

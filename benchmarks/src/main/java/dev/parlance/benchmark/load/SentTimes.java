package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// When a service first sent a turn's event, as its topic remembers.
public final class SentTimes {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private SentTimes() {}

    /// Milliseconds since the epoch, by turn. Reads all that the topic has now.
    public static Map<String, Long> on(String topic, String kafka) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        Map<String, Long> times = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    times.merge(turn(record.value()), record.timestamp(), Math::min);
                }
            }
        }
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

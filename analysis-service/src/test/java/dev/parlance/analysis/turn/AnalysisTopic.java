package dev.parlance.analysis.turn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;

/// Reads what was told of a turn, as an outside reader would, once nothing waits to be sent any more.
final class AnalysisTopic {
    private AnalysisTopic() {}

    static List<JsonNode> told(Told turn) {
        return records(turn).stream().map(record -> read(record.value())).toList();
    }

    /// A header of all that was told of a turn.
    static List<String> headers(Told turn, String name) {
        return records(turn).stream()
                .map(record -> new String(record.headers().lastHeader(name).value(), UTF_8))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(Told turn) {
        awaitEmptyOutbox();
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("parlance.analysis-events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (turn.turn()
                            .toString()
                            .equals(read(record.value()).get("turnId").asText())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static void awaitEmptyOutbox() {
        Jdbi jdbi = Arc.container().instance(Jdbi.class).get();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(waiting(jdbi))
                .isZero());
    }

    private static int waiting(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }

    private static JsonNode read(byte[] value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

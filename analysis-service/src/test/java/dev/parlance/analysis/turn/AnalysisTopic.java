package dev.parlance.analysis.turn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.kit.testing.TopicReader;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;

/// Reads the events of a turn from the topic, once the outbox is empty.
public final class AnalysisTopic {
    /// Other tests leave tens of thousands of events in the outbox, which are sent first.
    private static final Duration OUTBOX_TIMEOUT = Duration.ofMinutes(5);

    private AnalysisTopic() {}

    public static List<JsonNode> events(SampleTurn turn) {
        return records(turn).stream().map(record -> read(record.value())).toList();
    }

    /// A header of each event of a turn.
    static List<String> headers(SampleTurn turn, String name) {
        return records(turn).stream()
                .map(record -> new String(record.headers().lastHeader(name).value(), UTF_8))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(SampleTurn turn) {
        awaitEmptyOutbox();
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        String id = turn.turn().toString();
        return TopicReader.readAll(
                kafka,
                "parlance.analysis-events",
                record -> id.equals(read(record.value()).get("turnId").asText()));
    }

    private static void awaitEmptyOutbox() {
        Jdbi jdbi = Arc.container().instance(Jdbi.class).get();
        Awaitility.await().atMost(OUTBOX_TIMEOUT).untilAsserted(() -> assertThat(countOutboxRows(jdbi))
                .isZero());
    }

    private static int countOutboxRows(Jdbi jdbi) {
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

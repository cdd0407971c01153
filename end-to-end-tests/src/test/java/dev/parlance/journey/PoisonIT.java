package dev.parlance.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.platform.client.ParlanceApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each service moves unreadable records of its topic into its quarantine and continues with the next record.
@ExtendWith(InstallationExtension.class)
class PoisonIT {

    @Test
    void poisonOnEachTopicIsSetAsideAndItsNeighboursGoThrough(Installation parlance) {
        ParlanceApi api = parlance.api();
        String learner = "neighbour-" + UUID.randomUUID();
        String key = "default/" + learner;
        String session = UUID.randomUUID().toString();
        api.put("/v1/conversations/" + session, "{\"learnerId\": \"%s\", \"language\": \"en\"}".formatted(learner))
                .requireStatus(201);
        putTurn(api, session, "before");
        // When
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", parlance.kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var poison : Map.of(
                            "parlance.conversation-events", "parlance.turn-recorded.v1",
                            "parlance.analysis-events", "parlance.turn-analyzed.v1")
                    .entrySet()) {
                for (byte[] value :
                        List.of("{\"broken".getBytes(UTF_8), new byte[] {(byte) 0xff, 0x00}, "{}".getBytes(UTF_8))) {
                    var record = new ProducerRecord<>(poison.getKey(), key, value);
                    record.headers().add("ce_type", poison.getValue().getBytes(UTF_8));
                    var _ = producer.send(record);
                }
            }
            producer.flush();
        }
        putTurn(api, session, "after");
        // Then
        await().atMost(Duration.ofSeconds(240)).untilAsserted(() -> {
            assertThat(findQuarantined(api, api.analysisUrl(), key)).hasSize(3);
            assertThat(findQuarantined(api, api.summaryUrl(), key)).hasSize(3);
            assertThat(findQuarantined(api, api.conversationUrl(), key)).hasSize(3);
            assertThat(api.days(learner))
                    .extracting(day -> day.get("turns").asInt())
                    .containsExactly(2);
            assertThat(api.vocabulary(learner))
                    .extracting(word -> word.get("lemma").asText())
                    .containsExactly("after", "before");
        });
    }

    private static void putTurn(ParlanceApi api, String session, String text) {
        api.put(
                        "/v1/conversations/%s/turns/%s".formatted(session, UUID.randomUUID()),
                        "{\"learnerText\": \"%s\", \"occurredAt\": \"2026-11-09T10:00:00Z\"}".formatted(text))
                .requireStatus(201);
    }

    private static List<JsonNode> findQuarantined(ParlanceApi api, String service, String key) {
        return api.listAll(service + "/v1/admin/quarantine?status=waiting").stream()
                .filter(record -> key.equals(record.get("key").asText()))
                .toList();
    }
}

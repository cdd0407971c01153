package dev.parlance.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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

/// What nobody can read is set aside by each service that reads its topic, and holds nobody up.
@ExtendWith(Shared.class)
class PoisonIT {

    @Test
    void poisonOnEachTopicIsSetAsideAndItsNeighboursGoThrough(Installation parlance) {
        Api api = parlance.api();
        String learner = "neighbour-" + UUID.randomUUID();
        String key = "default/" + learner;
        String session = UUID.randomUUID().toString();
        api.put("/v1/conversations/" + session, "{\"learnerId\": \"%s\", \"language\": \"en\"}".formatted(learner))
                .is(201);
        turn(api, session, "before");
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
        turn(api, session, "after");
        // Then
        await().atMost(Duration.ofSeconds(240)).untilAsserted(() -> {
            assertThat(setAside(api, api.analysis(), key)).hasSize(3);
            assertThat(setAside(api, api.summary(), key)).hasSize(3);
            assertThat(setAside(api, api.conversation(), key)).hasSize(3);
            assertThat(api.days(learner))
                    .extracting(day -> day.get("turns").asInt())
                    .containsExactly(2);
            assertThat(api.vocabulary(learner))
                    .extracting(word -> word.get("lemma").asText())
                    .containsExactly("after", "before");
        });
    }

    private static void turn(Api api, String session, String text) {
        api.put(
                        "/v1/conversations/%s/turns/%s".formatted(session, UUID.randomUUID()),
                        "{\"learnerText\": \"%s\", \"occurredAt\": \"2026-11-09T10:00:00Z\"}".formatted(text))
                .is(201);
    }

    private static List<JsonNode> setAside(Api api, String service, String key) {
        return api.all(service + "/v1/admin/quarantine?status=waiting").stream()
                .filter(record -> key.equals(record.get("key").asText()))
                .toList();
    }
}

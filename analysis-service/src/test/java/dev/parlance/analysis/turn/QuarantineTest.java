package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.parlance.kit.consumer.InboundRecord;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// An unreadable record goes to quarantine and holds up no other.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class QuarantineTest {
    @Inject
    TurnConsumer consumer;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void unreadableRecordsGoToQuarantineAndTheOthersAreApplied() {
        // Given
        SampleTurn good = SampleTurn.byHana("いぬ");
        SampleTurn other = SampleTurn.byHana("とり");
        String broken = UUID.randomUUID().toString();
        // When
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
            send(producer, good.toRecord(), good.toRecord().value());
            send(producer, other.toRecord(), ("{\"tenant\": \"" + broken).getBytes(StandardCharsets.UTF_8));
            var _ = producer.send(new ProducerRecord<>("parlance.conversation-events", "default/x", null));
            send(producer, other.toRecord(), other.toRecord().value());
            producer.flush();
        }
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            analysis(good).then().statusCode(200);
            analysis(other).then().statusCode(200);
            given().get("/v1/admin/quarantine?status=waiting")
                    .then()
                    .body("items.reason", hasItems("not JSON at byte 48", "the header ce_type is missing"));
        });
    }

    @Test
    void aRecordInQuarantineIsSentAgainOrDiscarded() {
        // Given
        SampleTurn turn = SampleTurn.byHana("さる");
        InboundRecord readable = turn.toRecord();
        InboundRecord broken = new InboundRecord(
                readable.topic(),
                7,
                readable.offset(),
                readable.key(),
                readable.headers(),
                "{".getBytes(StandardCharsets.UTF_8));
        consumer.apply(List.of(broken));
        String id = given().get("/v1/admin/quarantine?status=waiting&limit=1").path("items[0].id");
        // When it still cannot be read
        given().urlEncodingEnabled(false)
                .post("/v1/admin/quarantine/" + id + ":retry")
                .then()
                .statusCode(202);
        given().get("/v1/admin/quarantine?status=waiting&limit=1")
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].attempts", equalTo(2));
        // And when it can
        jdbi.useHandle(
                handle -> handle.createUpdate("update quarantine set value = :value where id = cast(:id as uuid)")
                        .bind("value", readable.value())
                        .bind("id", id)
                        .execute());
        given().urlEncodingEnabled(false)
                .post("/v1/admin/quarantine/" + id + ":retry")
                .then()
                .statusCode(202);
        // Then
        analysis(turn).then().statusCode(200);
        given().get("/v1/admin/quarantine?status=retried").then().body("items.id", hasItem(id));
        given().delete("/v1/admin/quarantine/{id}", id).then().statusCode(204);
        given().get("/v1/admin/quarantine?status=discarded").then().body("items.id", hasItem(id));
        given().delete("/v1/admin/quarantine/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    private static void send(KafkaProducer<String, byte[]> producer, InboundRecord record, byte[] value) {
        var sent = new ProducerRecord<>(record.topic(), record.key(), value);
        record.headers().forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        var _ = producer.send(sent);
    }
}

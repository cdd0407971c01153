package dev.parlance.summary.day;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.contract.event.Topic;
import dev.parlance.contract.json.WireJson;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.SummaryTopics;
import dev.parlance.summary.TurnAnalyzedBuilder;
import dev.parlance.summary.projection.TurnDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// Events of days: one for each change, a tombstone for a deleted day, and revisions that only grow.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class DailySummaryEventsTest {
    /// Other tests leave thousands of events behind, which are sent first.
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Inject
    TurnDelivery projection;

    @Inject
    SummaryFixture days;

    @Inject
    Quarantine quarantine;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private String learner;

    @BeforeEach
    void aNewLearner(TestInfo test) {
        learner = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void theLastRecordOfAKeyEqualsTheStoredDay() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        projection.deliver(turn(2).saying("pear").build());
        // When
        projection.deliver(turn(3).module("math").saying("plum").build());
        // Then
        List<ConsumerRecord<String, byte[]>> records = published("2026-11-20");
        assertThat(records)
                .extracting(record -> read(record).revision())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(read(records.getLast())).isEqualTo(days.onlyDayOf(learner));
        assertThat(header(records.getLast(), "ce_type")).isEqualTo("parlance.daily-summary.v1");
        assertThat(header(records.getLast(), "ce_source")).isEqualTo("/parlance/summary-service");
    }

    @Test
    void aTurnThatMovesToAnotherDayCorrectsBothAndTheEmptyDayIsDeleted() {
        // Given
        projection.deliver(turn(1).revision(1).at("2026-11-20T23:30:00Z", "UTC").build());
        // When
        projection.deliver(
                turn(1).revision(2).at("2026-11-20T23:30:00Z", "Asia/Tokyo").build());
        // Then
        assertThat(days.daysOf(learner))
                .extracting(day -> day.date().toString())
                .containsExactly("2026-11-21");
        List<ConsumerRecord<String, byte[]>> records = published("2026-11-20");
        assertThat(records).hasSize(2);
        assertThat(records.getLast().value()).isNull();
        assertThat(header(records.getLast(), "ce_id")).isNotEqualTo(header(records.getFirst(), "ce_id"));
    }

    @Test
    void aDayThatComesBackHasAGreaterRevisionThanItEverHad() {
        // Given
        projection.deliver(turn(1).revision(1).at("2026-11-20T23:30:00Z", "UTC").build());
        days.setRevision(learner, Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
        projection.deliver(
                turn(1).revision(2).at("2026-11-20T23:30:00Z", "Asia/Tokyo").build());
        // When
        projection.deliver(turn(1).revision(3).at("2026-11-20T23:30:00Z", "UTC").build());
        // Then
        assertThat(days.onlyDayOf(learner).revision())
                .isGreaterThan(Instant.parse("2099-01-01T00:00:00Z").toEpochMilli() + 1);
    }

    @Test
    void aTurnThatMovesToAnotherLearnerLeavesTheFirstOnesDay() {
        // Given
        String other = learner + "-other";
        projection.deliver(turn(1).revision(1).build(), turn(2).revision(1).build());
        // When
        projection.deliver(
                TurnAnalyzedBuilder.by(other).in(learner, 2).revision(2).build());
        // Then
        assertThat(days.onlyDayOf(learner).turns()).isEqualTo(1);
        assertThat(days.onlyDayOf(other).turns()).isEqualTo(1);
    }

    @Test
    void aRefusedEventThatIsSentAgainIsTheDayAsItStandsNow() {
        // Given an event that the broker refused, and a newer one of the same day that was sent
        projection.deliver(turn(1).saying("apple").build());
        ConsumerRecord<String, byte[]> refused = published("2026-11-20").getFirst();
        quarantine.add(List.of(QuarantineEntry.ofOutbox(
                Long.MAX_VALUE, refused.topic(), refused.key(), "ce_type: refused\n", refused.value(), "too large")));
        projection.deliver(turn(2).saying("pear").build());
        String id = RestAssured.get("/v1/admin/quarantine?status=waiting&limit=200")
                .path("items.find { it.key == '%s' }.id".formatted(refused.key()));
        // When
        RestAssured.given()
                .urlEncodingEnabled(false)
                .post("/v1/admin/quarantine/" + id + ":retry")
                .then()
                .statusCode(202);
        // Then
        List<ConsumerRecord<String, byte[]>> records = published("2026-11-20");
        assertThat(records).hasSize(3);
        assertThat(read(records.getLast())).isEqualTo(days.onlyDayOf(learner));
        assertThat(quarantine.find(UUID.fromString(id)).orElseThrow().status()).isEqualTo("retried");
    }

    private TurnAnalyzedBuilder turn(int number) {
        return TurnAnalyzedBuilder.by(learner).in(learner, number);
    }

    private List<ConsumerRecord<String, byte[]>> published(String date) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(days.outboxSize()).isZero());
        return new SummaryTopics(broker).recordsOf(Topic.DAILY_SUMMARIES, "default/" + learner + "/" + date);
    }

    private static DailySummary read(ConsumerRecord<String, byte[]> record) {
        try {
            return WireJson.mapper().readValue(record.value(), DailySummary.class);
        } catch (IOException e) {
            throw new AssertionError("the summary cannot be parsed", e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}

package dev.parlance.summary.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.SummaryEvent.DailySummary;
import dev.parlance.contract.Topic;
import dev.parlance.contract.WireJson;
import dev.parlance.kit.testing.PlatformForTests;
import dev.parlance.summary.ATurn;
import dev.parlance.summary.StoredDays;
import dev.parlance.summary.SummaryTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// What is told of days: each change, the end of a day that is empty, and a revision that only grows.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class ToldDaysTest {
    /// Other tests leave thousands of events behind, which are sent first.
    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    Projection projection;

    @Inject
    StoredDays days;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private String learner;

    @BeforeEach
    void aNewLearner(TestInfo test) {
        learner = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void theTopicEndsWithWhatTheTableHolds() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        projection.deliver(turn(2).saying("pear").build());
        // When
        projection.deliver(turn(3).module("math").saying("plum").build());
        // Then
        List<ConsumerRecord<String, byte[]>> told = told("2026-11-20");
        assertThat(told)
                .extracting(record -> read(record).revision())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(read(told.getLast())).isEqualTo(days.one(learner));
        assertThat(header(told.getLast(), "ce_type")).isEqualTo("parlance.daily-summary.v1");
        assertThat(header(told.getLast(), "ce_source")).isEqualTo("/parlance/summary-service");
    }

    @Test
    void aTurnThatMovesToAnotherDayCorrectsBothAndTheEmptyOneEnds() {
        // Given
        projection.deliver(turn(1).revision(1).at("2026-11-20T23:30:00Z", "UTC").build());
        // When
        projection.deliver(
                turn(1).revision(2).at("2026-11-20T23:30:00Z", "Asia/Tokyo").build());
        // Then
        assertThat(days.of(learner)).extracting(day -> day.date().toString()).containsExactly("2026-11-21");
        List<ConsumerRecord<String, byte[]>> told = told("2026-11-20");
        assertThat(told).hasSize(2);
        assertThat(told.getLast().value()).isNull();
        assertThat(header(told.getLast(), "ce_id")).isNotEqualTo(header(told.getFirst(), "ce_id"));
    }

    @Test
    void aDayThatComesBackHasAGreaterRevisionThanItEverHad() {
        // Given
        projection.deliver(turn(1).revision(1).at("2026-11-20T23:30:00Z", "UTC").build());
        days.pretendRevision(learner, Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
        projection.deliver(
                turn(1).revision(2).at("2026-11-20T23:30:00Z", "Asia/Tokyo").build());
        // When
        projection.deliver(turn(1).revision(3).at("2026-11-20T23:30:00Z", "UTC").build());
        // Then
        assertThat(days.one(learner).revision())
                .isGreaterThan(Instant.parse("2099-01-01T00:00:00Z").toEpochMilli() + 1);
    }

    @Test
    void aTurnThatMovesToAnotherLearnerLeavesTheFirstOnesDay() {
        // Given
        String other = learner + "-other";
        projection.deliver(turn(1).revision(1).build(), turn(2).revision(1).build());
        // When
        projection.deliver(ATurn.by(other).in(learner, 2).revision(2).build());
        // Then
        assertThat(days.one(learner).turns()).isEqualTo(1);
        assertThat(days.one(other).turns()).isEqualTo(1);
    }

    private ATurn turn(int number) {
        return ATurn.by(learner).in(learner, number);
    }

    private List<ConsumerRecord<String, byte[]>> told(String date) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(days.waitingInOutbox()).isZero());
        return new SummaryTopics(broker).recordsOf(Topic.DAILY_SUMMARIES, "default/" + learner + "/" + date);
    }

    private static DailySummary read(ConsumerRecord<String, byte[]> record) {
        try {
            return WireJson.mapper().readValue(record.value(), DailySummary.class);
        } catch (IOException e) {
            throw new AssertionError("a summary that nobody can read", e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}

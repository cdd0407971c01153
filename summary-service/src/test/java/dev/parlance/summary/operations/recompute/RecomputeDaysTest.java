package dev.parlance.summary.operations.recompute;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.is;

import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.contract.event.Topic;
import dev.parlance.kit.job.TooManyJobs;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.SummaryTopics;
import dev.parlance.summary.TurnAnalyzedBuilder;
import dev.parlance.summary.projection.TurnDelivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Recompute requests over HTTP and what they change.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RecomputeDaysTest {
    /// Other tests leave thousands of events in the outbox, which are sent first.
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Inject
    TurnDelivery projection;

    @Inject
    RecomputeRunner runner;

    @Inject
    SummaryFixture days;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void aRecomputeOfUnknownDatesAndLearnersIsAccepted() {
        asWritten().noContentType().post("/v1/days/1999-01-01:recompute").then().statusCode(202);
        recompute("1999-01-01", "nobody");
        runner.processRequests();
        assertThat(days.daysOf("nobody")).isEmpty();
    }

    @Test
    void aRecomputeRefusesUnknownFieldsAndInvalidValues() {
        asWritten()
                .contentType(ContentType.JSON)
                .body("{\"learner\": \"hana\"}")
                .post("/v1/days/2026-11-20:recompute")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-request"));
        asWritten()
                .contentType(ContentType.JSON)
                .body("{\"learnerId\": \"a b\"}")
                .post("/v1/days/2026-11-20:recompute")
                .then()
                .statusCode(400)
                .body("field", is("learnerId"));
        asWritten()
                .noContentType()
                .post("/v1/days/2026-13-01:recompute")
                .then()
                .statusCode(400)
                .body("field", is("date"));
    }

    @Test
    void aRecomputeThatChangesNoFigurePublishesNothing() {
        // Given
        projection.deliver(TurnAnalyzedBuilder.by("same")
                .in("same", 1)
                .at("2026-10-05T08:00:00Z", "UTC")
                .saying("sol")
                .build());
        DailySummary before = days.onlyDayOf("same");
        // When
        recompute("2026-10-05", "same");
        // Then
        everythingIsDone();
        assertThat(days.onlyDayOf("same")).isEqualTo(before);
        assertThat(new SummaryTopics(broker).recordsOf(Topic.DAILY_SUMMARIES, "default/same/2026-10-05"))
                .hasSize(1);
    }

    @Test
    void aRecomputeCorrectsADayAndPublishesIt() {
        // Given
        projection.deliver(
                TurnAnalyzedBuilder.by("spoilt-a")
                        .in("spoilt-a", 1)
                        .at("2026-10-06T08:00:00Z", "UTC")
                        .build(),
                TurnAnalyzedBuilder.by("spoilt-b")
                        .in("spoilt-b", 1)
                        .at("2026-10-06T08:00:00Z", "UTC")
                        .build());
        days.corruptFigures("spoilt-a");
        days.corruptFigures("spoilt-b");
        // When
        asWritten()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/days/2026-10-06:recompute")
                .then()
                .statusCode(202);
        // Then
        everythingIsDone();
        assertThat(days.onlyDayOf("spoilt-a").turns()).isEqualTo(1);
        assertThat(days.onlyDayOf("spoilt-b").turns()).isEqualTo(1);
        assertThat(new SummaryTopics(broker).recordsOf(Topic.DAILY_SUMMARIES, "default/spoilt-a/2026-10-06"))
                .hasSize(2);
    }

    @Test
    void whatIsOrderedAgainWhileItWaitsIsOneRequest() {
        // Given
        days.holdRecomputes();
        try {
            int before = days.recomputeRequestCount();
            // When
            recompute("1999-02-01", "again");
            recompute("1999-02-01", "again");
            recompute("1999-02-01", "another");
            asWritten()
                    .noContentType()
                    .post("/v1/days/1999-02-01:recompute")
                    .then()
                    .statusCode(202);
            asWritten()
                    .noContentType()
                    .post("/v1/days/1999-02-01:recompute")
                    .then()
                    .statusCode(202);
            // Then
            assertThat(days.recomputeRequestCount()).isEqualTo(before + 3);
        } finally {
            days.releaseRecomputes();
        }
        everythingIsDone();
    }

    @Test
    void asManyRequestsAreOpenAsMay() {
        // Given
        days.holdRecomputes();
        try {
            int open = days.recomputeRequestCount();
            var requests = new RecomputeRequests(jdbi, () -> open + 2);
            add(requests, "a");
            add(requests, "b");
            // Then
            assertThatExceptionOfType(TooManyJobs.class).isThrownBy(() -> add(requests, "c"));
            add(requests, "b");
            assertThat(days.recomputeRequestCount()).isEqualTo(open + 2);
        } finally {
            days.releaseRecomputes();
        }
        everythingIsDone();
    }

    private static void add(RecomputeRequests requests, String learner) {
        QuarkusTransaction.requiringNew().run(() -> requests.add("default", LocalDate.of(1999, 3, 1), learner));
    }

    @Test
    void aRequestThatFailsIsPutOffAndTheNextOneFollows() {
        // Given a day that cannot be computed, and one that can
        projection.deliver(
                TurnAnalyzedBuilder.by("broken")
                        .in("broken", 1)
                        .at("2026-10-07T08:00:00Z", "UTC")
                        .build(),
                TurnAnalyzedBuilder.by("sound")
                        .in("sound", 1)
                        .at("2026-10-08T08:00:00Z", "UTC")
                        .build());
        days.setHighlightsOfFacts("broken", "[1]");
        days.corruptFigures("sound");
        // When
        recompute("2026-10-07", "broken");
        recompute("2026-10-08", "sound");
        // Then
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(days.onlyDayOf("sound").turns()).isEqualTo(1));
        assertThat(days.recomputeDueAt(LocalDate.of(2026, 10, 7))).isNotNull();
        // And it is done once it can be
        days.setHighlightsOfFacts("broken", null);
        everythingIsDone();
    }

    private void everythingIsDone() {
        runner.processRequests();
        Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(days.recomputeRequestCount())
                .isZero());
        Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(days.outboxSize())
                .isZero());
    }

    /// REST Assured would write the colon as `%3A`.
    private static RequestSpecification asWritten() {
        return given().urlEncodingEnabled(false);
    }

    private static void recompute(String date, String learner) {
        asWritten()
                .contentType(ContentType.JSON)
                .body(Map.of("learnerId", learner))
                .post("/v1/days/{date}:recompute", date)
                .then()
                .statusCode(202);
    }
}

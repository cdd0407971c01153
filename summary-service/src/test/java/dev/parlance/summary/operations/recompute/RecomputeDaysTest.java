package dev.parlance.summary.operations.recompute;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.contract.event.Topic;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.SummaryTopics;
import dev.parlance.summary.TurnAnalyzedBuilder;
import dev.parlance.summary.projection.TurnDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

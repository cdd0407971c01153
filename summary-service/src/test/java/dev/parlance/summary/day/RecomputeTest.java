package dev.parlance.summary.day;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.parlance.contract.SummaryEvent.DailySummary;
import dev.parlance.contract.Topic;
import dev.parlance.kit.testing.PlatformForTests;
import dev.parlance.summary.ATurn;
import dev.parlance.summary.StoredDays;
import dev.parlance.summary.SummaryTopics;
import dev.parlance.summary.fact.Projection;
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

/// Days are computed from their facts once more, because a person asks.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class RecomputeTest {
    /// Other tests leave thousands of events behind, which are sent first.
    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    Projection projection;

    @Inject
    StoredDays days;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void aRecomputeTakesDatesAndLearnersThatNobodyKnows() {
        asWritten().noContentType().post("/v1/days/1999-01-01:recompute").then().statusCode(202);
        recompute("1999-01-01", "nobody");
        projection.workOffRequests();
        assertThat(days.of("nobody")).isEmpty();
    }

    @Test
    void aRecomputeRefusesWhatItDoesNotKnow() {
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
        projection.deliver(ATurn.by("same")
                .in("same", 1)
                .at("2026-10-05T08:00:00Z", "UTC")
                .saying("sol")
                .build());
        DailySummary before = days.one("same");
        // When
        recompute("2026-10-05", "same");
        // Then
        everythingIsDone();
        assertThat(days.one("same")).isEqualTo(before);
        assertThat(new SummaryTopics(broker).recordsOf(Topic.DAILY_SUMMARIES, "default/same/2026-10-05"))
                .hasSize(1);
    }

    @Test
    void aRecomputePutsASpoiltDayRightAndSaysSo() {
        // Given
        projection.deliver(
                ATurn.by("spoilt-a")
                        .in("spoilt-a", 1)
                        .at("2026-10-06T08:00:00Z", "UTC")
                        .build(),
                ATurn.by("spoilt-b")
                        .in("spoilt-b", 1)
                        .at("2026-10-06T08:00:00Z", "UTC")
                        .build());
        days.spoil("spoilt-a");
        days.spoil("spoilt-b");
        // When
        asWritten()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/days/2026-10-06:recompute")
                .then()
                .statusCode(202);
        // Then
        everythingIsDone();
        assertThat(days.one("spoilt-a").turns()).isEqualTo(1);
        assertThat(days.one("spoilt-b").turns()).isEqualTo(1);
        assertThat(new SummaryTopics(broker).recordsOf(Topic.DAILY_SUMMARIES, "default/spoilt-a/2026-10-06"))
                .hasSize(2);
    }

    private void everythingIsDone() {
        projection.workOffRequests();
        Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(days.waitingRequests())
                .isZero());
        Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(days.waitingInOutbox())
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

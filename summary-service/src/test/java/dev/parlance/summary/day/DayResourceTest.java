package dev.parlance.summary.day;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.TurnAnalyzedBuilder;
import dev.parlance.summary.projection.TurnDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class DayResourceTest {
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final Set<String> DAY_OF_LEARNER = Set.of(
            "tenant",
            "learnerId",
            "date",
            "timeZone",
            "revision",
            "conversations",
            "turns",
            "learnerWords",
            "replyWords",
            "uniqueWords",
            "newWords",
            "sentences",
            "speakingMs",
            "highlights",
            "byModule",
            "byChannel",
            "firstTurnAt",
            "lastTurnAt",
            "updatedAt");
    private static final Set<String> DAY_OF_TENANT = Set.of(
            "date",
            "learners",
            "conversations",
            "turns",
            "learnerWords",
            "replyWords",
            "newWords",
            "sentences",
            "speakingMs",
            "highlights",
            "byModule",
            "byChannel");

    @Inject
    TurnDelivery projection;

    @Test
    void aLearnersDayHasTheFieldsOfTheEvent() {
        // Given
        projection.deliver(TurnAnalyzedBuilder.by("fields")
                .in("fields", 1)
                .at("2026-10-01T08:00:00.5Z", "UTC")
                .build());
        // When
        var answer = given().get("/v1/learners/fields/days").then();
        // Then
        answer.statusCode(200)
                .body("nextCursor", nullValue())
                .body("items[0].date", is("2026-10-01"))
                .body("items[0].firstTurnAt", is("2026-10-01T08:00:00.500Z"))
                .body("items[0].updatedAt", matchesPattern(INSTANT))
                .body("items[0].byModule", equalTo(Map.of("free-talk", Map.of("turns", 1))));
        assertThat(answer.extract().jsonPath().getMap("items[0]").keySet()).isEqualTo(DAY_OF_LEARNER);
    }

    @Test
    void daysAreListedByDatePageByPage() {
        // Given
        for (String date : new String[] {"2026-10-03", "2026-10-01", "2026-10-02"}) {
            projection.deliver(TurnAnalyzedBuilder.by("pages")
                    .in("pages/" + date, 1)
                    .at(date + "T08:00:00Z", "UTC")
                    .build());
        }
        // When
        var first = given().get("/v1/learners/pages/days?limit=2")
                .then()
                .statusCode(200)
                .body("items.date", contains("2026-10-01", "2026-10-02"));
        // Then
        String cursor = first.extract().path("nextCursor");
        given().get("/v1/learners/pages/days?limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.date", contains("2026-10-03"))
                .body("nextCursor", nullValue());
        given().get("/v1/learners/other/days?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", is("/problems/bad-cursor"));
    }

    @Test
    void fromAndToAreInclusive() {
        // Given
        for (String date : new String[] {"2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"}) {
            projection.deliver(TurnAnalyzedBuilder.by("range")
                    .in("range/" + date, 1)
                    .at(date + "T08:00:00Z", "UTC")
                    .build());
        }
        // Then
        given().get("/v1/learners/range/days?from=2026-10-02&to=2026-10-03")
                .then()
                .statusCode(200)
                .body("items.date", contains("2026-10-02", "2026-10-03"));
    }

    @Test
    void aLearnerUnknownOrImpossibleHasNoDays() {
        given().get("/v1/learners/nobody/days").then().statusCode(200).body("items", empty());
        given().get("/v1/learners/{id}/days", "a b\u0000c")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aTenantsDateIsTheSumOfItsLearnersDays() {
        // Given
        projection.deliver(
                TurnAnalyzedBuilder.by("sum-a")
                        .in("sum-a", 1)
                        .at("2001-02-03T08:00:00Z", "UTC")
                        .sayingFirst("sol")
                        .build(),
                TurnAnalyzedBuilder.by("sum-a")
                        .in("sum-a", 2)
                        .at("2001-02-03T08:00:00Z", "UTC")
                        .saying("sol")
                        .build(),
                TurnAnalyzedBuilder.by("sum-b")
                        .in("sum-b", 1)
                        .at("2001-02-03T08:00:00Z", "UTC")
                        .module(null)
                        .channel("sms")
                        .build());
        // When
        var answer = given().get("/v1/days/2001-02-03").then();
        // Then
        answer.statusCode(200)
                .body("date", is("2001-02-03"))
                .body("learners", is(2))
                .body("conversations", is(2))
                .body("turns", is(3))
                .body("learnerWords", is(2))
                .body("replyWords", is(9))
                .body("newWords", is(1))
                .body("sentences", is(3))
                .body("speakingMs", is(3_000))
                .body("highlights", equalTo(Map.of("new_word", 1, "long_sentence", 0, "emotional_moment", 0)))
                .body("byModule", equalTo(Map.of("free-talk", Map.of("turns", 2), "none", Map.of("turns", 1))))
                .body("byChannel", equalTo(Map.of("app", Map.of("turns", 2), "sms", Map.of("turns", 1))));
        assertThat(answer.extract().jsonPath().getMap("$").keySet()).isEqualTo(DAY_OF_TENANT);
    }

    @Test
    void aDateWithoutTurnsHasZeroInAllFigures() {
        given().get("/v1/days/1999-12-31")
                .then()
                .statusCode(200)
                .body("turns", is(0))
                .body("learners", is(0))
                .body("highlights", equalTo(Map.of("new_word", 0, "long_sentence", 0, "emotional_moment", 0)))
                .body("byModule", equalTo(Map.of()));
    }

    @Test
    void anInvalidDateIsRefusedWithTheFieldsName() {
        given().get("/v1/days/yesterday")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("type", is("/problems/invalid-request"))
                .body("field", is("date"));
        given().get("/v1/learners/hana/days?from=20-11-2026")
                .then()
                .statusCode(400)
                .body("field", is("from"));
        given().get("/v1/learners/hana/days?limit=201").then().statusCode(400).body("field", is("limit"));
    }

    @Test
    void theDashboardIsServedAtTheRoot() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("dashboard.js"));
        given().get("/dashboard.js").then().statusCode(200).body(containsString("textContent"));
        for (String style : List.of("/parlance.css", "/dashboard.css")) {
            given().get(style).then().statusCode(200).body(containsString("--width"));
        }
    }
}

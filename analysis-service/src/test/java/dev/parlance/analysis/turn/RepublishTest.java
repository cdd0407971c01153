package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisTopic.told;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class RepublishTest {
    @Inject
    Arrivals arrivals;

    @Inject
    Jdbi jdbi;

    /// Other tests leave tens of thousands of turns behind, and "everything" would be told for a minute.
    @BeforeEach
    void startWithoutAPast() {
        jdbi.useHandle(handle -> handle.execute("delete from analyzed_turn"));
    }

    @Test
    void everyAnalysisIsToldAgainAsItStands() {
        // Given a turn that has lost its first use to an earlier one
        Told said = Told.byHana("りんごがすき");
        Told earlier = said.inAnotherConversation().at(said.occurredAt().minusSeconds(86_400));
        Told stranger = Told.byHana("ねこがすき");
        arrivals.of(said);
        arrivals.of(earlier, stranger);
        List<JsonNode> before = told(said);
        assertThat(before).hasSize(2);
        // When
        republish("{}").then().body("status", equalTo("completed")).body("error", nullValue());
        // Then
        assertThat(told(said)).containsExactly(before.get(0), before.get(1), before.get(1));
        assertThat(told(earlier)).hasSize(2);
        assertThat(told(stranger)).hasSize(2).satisfies(both -> assertThat(both.get(0))
                .isEqualTo(both.get(1)));
    }

    @Test
    void aTurnThatBeganAsSoundIsToldAgainAsItWasHeard() {
        // Given
        Told sound = Told.byHana(null);
        arrivals.of(sound);
        arrivals.of(sound.heard(1, "りんごがすき"));
        List<JsonNode> before = told(sound);
        // When
        republish("{}").then().body("status", equalTo("completed")).body("error", nullValue());
        // Then
        assertThat(told(sound)).containsExactly(before.get(0), before.get(1), before.get(1));
    }

    @Test
    void oneLearnersAnalysesAreToldAlone() {
        Told hers = Told.byHana("いぬ");
        Told later = hers.then("とり");
        Told his = Told.byHana("さる");
        arrivals.of(hers, later, his);
        republish("{\"learnerId\": \"%s\"}".formatted(hers.learner()))
                .then()
                .body("learnerId", equalTo(hers.learner()))
                .body("sent", equalTo(2))
                .body("total", equalTo(2));
        assertThat(told(hers)).hasSize(2);
        assertThat(told(later)).hasSize(2);
        assertThat(told(his)).hasSize(1);
    }

    @Test
    void aStretchOfTimeIsThatInWhichTurnsWereRecorded() {
        // Given turns that were recorded ten seconds apart
        Told first = Told.byHana("いぬ");
        Told second = first.then("とり");
        Told third = second.then("さる");
        arrivals.of(first, second, third);
        // When
        republish("{\"from\": \"%s\", \"to\": \"%s\", \"learnerId\": \"%s\"}"
                        .formatted(second.event().recordedAt(), third.event().recordedAt(), first.learner()))
                .then()
                .body("sent", equalTo(1))
                .body("total", equalTo(1));
        // Then
        assertThat(told(first)).hasSize(1);
        assertThat(told(second)).hasSize(2);
        assertThat(told(third)).hasSize(1);
    }

    @Test
    void aLongPastIsToldOverManyPages() {
        // Given
        List<Told> turns = new ArrayList<>(List.of(Told.byHana("いぬ")));
        while (turns.size() < 600) {
            turns.add(turns.getLast().then("いぬ"));
        }
        arrivals.of(turns.toArray(Told[]::new));
        // When
        republish("{\"learnerId\": \"%s\"}".formatted(turns.getFirst().learner()))
                .then()
                .body("sent", equalTo(600));
        // Then
        for (int at : List.of(0, 249, 250, 599)) {
            assertThat(told(turns.get(at))).hasSize(2);
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        order("{\"to\": \"tomorrow\"}").then().statusCode(400).body("field", equalTo("to"));
        order("{\"learnerId\": \"a/b\"}").then().statusCode(400).body("field", equalTo("learnerId"));
        given().get("/v1/admin/republish/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    private static Response order(String body) {
        return given().contentType("application/json").body(body).post("/v1/admin/republish");
    }

    /// Orders and waits.
    private static Response republish(String body) {
        Response ordered = order(body);
        ordered.then().statusCode(202).body("status", equalTo("running"));
        String location = ordered.header("Location");
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(
                        given().get(location).<String>path("status"))
                .isNotEqualTo("running"));
        return given().get(location);
    }
}

package dev.parlance.analysis.operations.republish;

import static dev.parlance.analysis.turn.AnalysisTopic.events;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.kit.testing.TestPlatform;
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
@QuarkusTestResource(TestPlatform.class)
class RepublishTest {
    @Inject
    TurnDelivery delivery;

    @Inject
    Jdbi jdbi;

    /// Other tests leave tens of thousands of turns behind, and publishing all of them would take a minute.
    @BeforeEach
    void startWithoutHistory() {
        jdbi.useHandle(handle -> handle.execute("delete from analyzed_turn"));
    }

    @Test
    void everyAnalysisIsPublishedAgainAsItStands() {
        // Given a turn that has lost its first use to an earlier one
        SampleTurn later = SampleTurn.byHana("りんごがすき");
        SampleTurn earlier = later.inAnotherConversation().at(later.occurredAt().minusSeconds(86_400));
        SampleTurn stranger = SampleTurn.byHana("ねこがすき");
        delivery.deliver(later);
        delivery.deliver(earlier, stranger);
        List<JsonNode> before = events(later);
        assertThat(before).hasSize(2);
        // When
        republish("{}").then().body("status", equalTo("completed")).body("error", nullValue());
        // Then
        assertThat(events(later)).containsExactly(before.get(0), before.get(1), before.get(1));
        assertThat(events(earlier)).hasSize(2);
        assertThat(events(stranger)).hasSize(2).satisfies(both -> assertThat(both.get(0))
                .isEqualTo(both.get(1)));
    }

    @Test
    void aTurnThatBeganAsAudioIsPublishedAgainWithItsTranscript() {
        // Given
        SampleTurn sound = SampleTurn.byHana(null);
        delivery.deliver(sound);
        delivery.deliver(sound.transcribed(1, "りんごがすき"));
        List<JsonNode> before = events(sound);
        // When
        republish("{}").then().body("status", equalTo("completed")).body("error", nullValue());
        // Then
        assertThat(events(sound)).containsExactly(before.get(0), before.get(1), before.get(1));
    }

    @Test
    void onlyOneLearnersAnalysesArePublished() {
        SampleTurn hers = SampleTurn.byHana("いぬ");
        SampleTurn later = hers.next("とり");
        SampleTurn his = SampleTurn.byHana("さる");
        delivery.deliver(hers, later, his);
        republish("{\"learnerId\": \"%s\"}".formatted(hers.learner()))
                .then()
                .body("learnerId", equalTo(hers.learner()))
                .body("sent", equalTo(2))
                .body("total", equalTo(2));
        assertThat(events(hers)).hasSize(2);
        assertThat(events(later)).hasSize(2);
        assertThat(events(his)).hasSize(1);
    }

    @Test
    void aPeriodSelectsTurnsByWhenTheyWereRecorded() {
        // Given turns that were recorded ten seconds apart
        SampleTurn first = SampleTurn.byHana("いぬ");
        SampleTurn second = first.next("とり");
        SampleTurn third = second.next("さる");
        delivery.deliver(first, second, third);
        // When
        republish("{\"from\": \"%s\", \"to\": \"%s\", \"learnerId\": \"%s\"}"
                        .formatted(
                                second.toEvent().recordedAt(), third.toEvent().recordedAt(), first.learner()))
                .then()
                .body("sent", equalTo(1))
                .body("total", equalTo(1));
        // Then
        assertThat(events(first)).hasSize(1);
        assertThat(events(second)).hasSize(2);
        assertThat(events(third)).hasSize(1);
    }

    @Test
    void aLongHistoryIsPublishedInManyPages() {
        // Given
        List<SampleTurn> turns = new ArrayList<>(List.of(SampleTurn.byHana("いぬ")));
        while (turns.size() < 600) {
            turns.add(turns.getLast().next("いぬ"));
        }
        delivery.deliver(turns.toArray(SampleTurn[]::new));
        // When
        republish("{\"learnerId\": \"%s\"}".formatted(turns.getFirst().learner()))
                .then()
                .body("sent", equalTo(600));
        // Then
        for (int at : List.of(0, 249, 250, 599)) {
            assertThat(events(turns.get(at))).hasSize(2);
        }
    }

    @Test
    void invalidRequestsAreRefused() {
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

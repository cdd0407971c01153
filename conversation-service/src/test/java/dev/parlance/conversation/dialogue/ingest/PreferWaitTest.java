package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.conversation.testing.AnalysisEvents;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// With `Prefer: wait` the response has the analysis of the turn, if it comes in time.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class PreferWaitTest {
    @Inject
    Jdbi jdbi;

    @Test
    void anAnalysisThatComesInTimeIsInTheResponseAndInThatOfARepetition() {
        // Given
        String conversation = createConversation();
        String turn = id();
        var highlight = new Highlight(UUID.randomUUID(), "new_word", "first use of りんご", "りんご");
        // When
        CompletableFuture<Response> response =
                CompletableFuture.supplyAsync(() -> put(conversation, turn, "respond-async, wait=120"));
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/conversations/" + conversation + "/turns")
                .then()
                .body("items.id", hasItem(turn)));
        AnalysisEvents.publish(conversation, turn, 1, 10, "りんご", true, List.of(highlight));
        // Then
        assertAnalysis(response.join(), 201, "wait=120");
        assertAnalysis(put(conversation, turn, "wait=\"2\""), 200, "wait=2");
    }

    @Test
    void aTurnWithoutAnAnalysisInTimeGetsTheUsualResponse() {
        String conversation = createConversation();
        put(conversation, id(), "wait=1")
                .then()
                .statusCode(201)
                .header("Preference-Applied", nullValue())
                .body("$", not(hasKey("analysis")))
                .body("sequence", equalTo(1));
    }

    @Test
    void aTurnIsRecordedWhileAnotherTransactionHoldsTheLiveRowOfItsLearner() {
        // Given
        String conversation = createConversation();
        put(conversation, id(), "wait=1").then().statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.execute(
                    "select from live_learner where learner_id = ? for update", "learner-" + conversation));
            // When
            put(conversation, id(), "wait=1")
                    // Then
                    .then()
                    .statusCode(201)
                    .header("Preference-Applied", nullValue());
        });
    }

    @Test
    void aRefusalDoesNotWait() {
        put(id(), id(), "wait=5").then().statusCode(404).body("type", equalTo("/problems/unknown-conversation"));
    }

    private static void assertAnalysis(Response response, int status, String applied) {
        response.then()
                .statusCode(status)
                .header("Preference-Applied", equalTo(applied))
                .body("analysis.status", equalTo("completed"))
                .body("analysis.words[0].display", equalTo("りんご"))
                .body("analysis.words[0].new", equalTo(true))
                .body("analysis.highlights[0].type", equalTo("new_word"));
    }

    private static Response put(String conversation, String turn, String prefer) {
        return given().contentType("application/json")
                .header("Prefer", prefer)
                .body("{\"learnerText\": \"りんご\"}")
                .put("/v1/conversations/{conversation}/turns/{turn}", conversation, turn);
    }
}

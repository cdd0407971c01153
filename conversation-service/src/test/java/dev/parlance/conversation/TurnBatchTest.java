package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.batchOf;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putTurn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Many turns in one request.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TurnBatchTest {
    private static final String NO_GOOD_ONE = "{\"turns\": [{\"id\": \"nonsense\", \"learnerText\": \"x\"}, 7]}";

    @Inject
    Jdbi jdbi;

    @Test
    void aBatchKeepsItsOrderAndABadItemSpoilsNoGoodOne() {
        // Given
        String conversation = aConversation();
        String first = id();
        String second = id();
        putTurn(conversation, first, "{\"learnerText\": \"eins\"}").then().statusCode(201);
        // When
        Response answer = post("/v1/conversations/" + conversation + "/turns:batch", """
                {"turns": [{"id": "%s", "learnerText": "eins"}, {"id": "%s", "learnerText": "zwei"},
                           {"id": "nonsense", "learnerText": "x"}, {"id": "%s"}, {"learnerText": "no id"},
                           {"id": "%s", "learnerText": "other"}, {"id": "%s", "learnerText": 5}, 7,
                           {"id": "%s", "learnerText": "drei"}, {"id": "%s", "learnerText": "zwei"}]}
                """.formatted(
                        first, second, id(), first, id(), id(), second));
        // Then
        answer.then()
                .statusCode(207)
                .body("results.status", equalTo(List.of(200, 201, 400, 400, 400, 409, 400, 400, 201, 200)))
                .body("results[1].turn.sequence", equalTo(2))
                .body("results[8].turn.sequence", equalTo(3))
                .body("results[0].problem", nullValue())
                .body("results[2].problem.type", equalTo("/problems/invalid-request"))
                .body("results[2].problem.field", equalTo("id"))
                .body("results[5].problem.type", equalTo("/problems/turn-differs"))
                .body("results[6].problem.field", equalTo("learnerText"));
        get("/v1/conversations/" + conversation).then().body("turnCount", equalTo(3));
    }

    @Test
    void anEscapedColonMeansTheSame() {
        post("/v1/conversations/" + aConversation() + "/turns%3Abatch", batchOf(1))
                .then()
                .statusCode(207);
    }

    @Test
    void aBatchHoldsFiveHundredTurnsAndNotMore() {
        String conversation = aConversation();
        String path = "/v1/conversations/" + conversation + "/turns:batch";
        post(path, batchOf(501))
                .then()
                .statusCode(400)
                .body("field", equalTo("turns"))
                .body("limit", equalTo(500));
        post(path, batchOf(500)).then().statusCode(207).body("results", hasSize(500));
        get("/v1/conversations/" + conversation).then().body("turnCount", equalTo(500));
    }

    @Test
    void aBatchWithoutAGoodTurnWritesNothingAndWaitsForNobody() {
        // Given
        String conversation = aConversation();
        QuarkusTransaction.requiringNew().run(() -> {
            lock(conversation);
            // When
            Response answer = post("/v1/conversations/" + conversation + "/turns:batch", NO_GOOD_ONE);
            // Then
            answer.then().statusCode(207).body("results.status", equalTo(List.of(400, 400)));
        });
    }

    @Test
    void aBatchWithoutAGoodTurnNeedsItsConversationAllTheSame() {
        post("/v1/conversations/" + id() + "/turns:batch", NO_GOOD_ONE)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-conversation"));
    }

    private void lock(String conversation) {
        jdbi.useHandle(handle -> handle.createQuery("select id from conversation where id = :id for update")
                .bind("id", UUID.fromString(conversation))
                .mapTo(UUID.class)
                .one());
    }
}

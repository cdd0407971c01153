package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.batchOf;
import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many turns in one request.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TurnBatchResourceTest {
    private static final String ONLY_INVALID_TURNS = "{\"turns\": [{\"id\": \"nonsense\", \"learnerText\": \"x\"}, 7]}";

    @Inject
    Jdbi jdbi;

    @Test
    void aBatchKeepsItsOrderAndAnInvalidItemDoesNotPreventTheOthers() {
        // Given
        String conversation = createConversation();
        String first = id();
        String second = id();
        putTurn(conversation, first, "{\"learnerText\": \"eins\"}").then().statusCode(201);
        // When
        Response response = post("/v1/conversations/" + conversation + "/turns:batch", """
                {"turns": [{"id": "%s", "learnerText": "eins"}, {"id": "%s", "learnerText": "zwei"},
                           {"id": "nonsense", "learnerText": "x"}, {"id": "%s"}, {"learnerText": "no id"},
                           {"id": "%s", "learnerText": "other"}, {"id": "%s", "learnerText": 5}, 7,
                           {"id": "%s", "learnerText": "drei"}, {"id": "%s", "learnerText": "zwei"}]}
                """.formatted(
                        first, second, id(), first, id(), id(), second));
        // Then
        response.then()
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
        post("/v1/conversations/" + createConversation() + "/turns%3Abatch", batchOf(1))
                .then()
                .statusCode(207);
    }

    @Test
    void aBatchHasAtMostFiveHundredTurns() {
        String conversation = createConversation();
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
    void aTurnThatHoldsTooMuchDoesNotPreventTheOthers() {
        // Given
        String conversation = createConversation();
        String tooManyValues = "{\"id\": \"%s\", \"x\": [%s{}]}".formatted(id(), "{},".repeat(20_000));
        String tooManyBytes =
                "{\"id\": \"%s\", \"x\": [%s1]}".formatted(id(), ("\"" + "x".repeat(100_000) + "\",").repeat(12));
        String turn = "{\"id\": \"%s\", \"learnerText\": \"a\"}";
        // When
        Response response = post(
                "/v1/conversations/" + conversation + "/turns:batch",
                "{\"turns\": [%s, %s, %s, %s]}"
                        .formatted(turn.formatted(id()), tooManyValues, tooManyBytes, turn.formatted(id())));
        // Then
        response.then()
                .statusCode(207)
                .body("results.status", equalTo(List.of(201, 400, 400, 201)))
                .body("results[1].problem.type", equalTo("/problems/json-too-complex"))
                .body("results[2].problem.type", equalTo("/problems/request-too-large"))
                .body("results[3].turn.sequence", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                           | invalid-request | turns
            null                         | invalid-request | turns
            {"turns": null}              | invalid-request | turns
            {"turns": 5}                 | invalid-request | turns
            {"turns": [], "surprise": 1} | invalid-request | surprise
            []                           | invalid-request |
            {"turns": [{]}               | invalid-request |
            {"turns": [                  | invalid-request |
            {"turns": [], "turns": []}   | invalid-request |
            {"turns": []} {}             | invalid-request |
            """)
    void aBodyThatIsNoBatchIsRefusedAsAWhole(String body, String problem, String field) {
        post("/v1/conversations/" + createConversation() + "/turns:batch", body)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/" + problem))
                .body("field", equalTo(field));
    }

    @Test
    void aBatchIsNestedAsDeeplyAsATurn() {
        post("/v1/conversations/" + createConversation() + "/turns:batch", "{\"turns\": [" + "[".repeat(1_000))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/json-too-complex"));
    }

    @Test
    void theSameBatchUnderOneKeyIsRecordedOnceAndAnotherIsRefused() {
        // Given
        String path = "/v1/conversations/" + createConversation() + "/turns:batch";
        String turn = id();
        String key = id();
        String first = post(path, "{\"turns\": [{\"id\": \"%s\", \"learnerText\": \"a\"}, 7]}".formatted(turn), key)
                .asString();
        // When
        Response repeated =
                post(path, "{\"turns\": [{\"learnerText\": \"a\", \"id\": \"%s\"}, 7]}".formatted(turn), key);
        Response other = post(path, "{\"turns\": [{\"id\": \"%s\", \"learnerText\": \"b\"}, 7]}".formatted(turn), key);
        // Then
        repeated.then().statusCode(207).body(equalTo(first));
        other.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void aBatchWithoutAValidTurnWritesNothingAndWaitsForNoLock() {
        // Given
        String conversation = createConversation();
        QuarkusTransaction.requiringNew().run(() -> {
            lock(conversation);
            // When
            Response response = post("/v1/conversations/" + conversation + "/turns:batch", ONLY_INVALID_TURNS);
            // Then
            response.then().statusCode(207).body("results.status", equalTo(List.of(400, 400)));
        });
    }

    @Test
    void aBatchWithoutAValidTurnNeedsItsConversationAllTheSame() {
        post("/v1/conversations/" + id() + "/turns:batch", ONLY_INVALID_TURNS)
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

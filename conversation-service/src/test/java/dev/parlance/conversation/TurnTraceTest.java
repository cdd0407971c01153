package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.putTurn;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How far a turn has come; the other services do not run beside this test.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TurnTraceTest {
    @Test
    void aTraceTellsWhenTheTurnWasAcceptedAndRelayedAndWhoDidNotAnswer() {
        String conversation = aConversation();
        String turn = id();
        String recordedAt = putTurn(conversation, turn, "{\"learnerText\": \"りんご\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("recordedAt");
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/turns/" + turn + "/trace")
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(conversation))
                .body("accepted", equalTo(recordedAt))
                .body("relayed", notNullValue())
                .body("analysed", nullValue())
                .body("summarised", nullValue())
                .body("unanswered", contains("analysis-service", "summary-service")));
    }

    @Test
    void aTurnThatWasNeverRecordedHasNoTrace() {
        get("/v1/turns/" + id() + "/trace").then().statusCode(404).body("type", equalTo("/problems/unknown-turn"));
        get("/v1/turns/the-first/trace").then().statusCode(404);
    }
}

package dev.parlance.conversation.dialogue.conversation;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.contract.json.WireJson;
import dev.parlance.conversation.testing.TestClock;
import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A conversation is ended by its client or by idleness.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class EndConversationTest {
    @AfterEach
    void setTheClock() {
        TestClock.get().reset();
    }

    @Test
    void anEndedConversationAcceptsOnlyTurnsFromBeforeItsEnd() {
        String conversation = createConversation();
        String known = id();
        putTurn(conversation, known, "{\"learnerText\": \"a\", \"occurredAt\": \"2026-11-09T10:00:00Z\"}")
                .then()
                .statusCode(201);
        String ended = post("/v1/conversations/" + conversation + "/end", "{\"endedAt\": \"2026-11-09T10:05:00Z\"}")
                .then()
                .statusCode(200)
                .body("endReason", equalTo("client"))
                .body("active", equalTo(false))
                .body("endedAt", equalTo("2026-11-09T10:05:00.000Z"))
                .extract()
                .asString();
        assertThat(post("/v1/conversations/" + conversation + "/end", "{}").asString())
                .isEqualTo(ended);
        putTurn(conversation, id(), "{\"learnerText\": \"late\", \"occurredAt\": \"2026-11-09T10:05:00.001Z\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conversation-ended"));
        putTurn(conversation, id(), "{\"learnerText\": \"offline\", \"occurredAt\": \"2026-11-09T10:05:00Z\"}")
                .then()
                .statusCode(201);
        putTurn(conversation, known, "{\"learnerText\": \"a\", \"occurredAt\": \"2026-11-09T10:00:00Z\"}")
                .then()
                .statusCode(200);
        assertThat(TopicReader.events(conversation, "parlance.conversation-ended.v1", 1))
                .hasSize(1);
    }

    @Test
    void anEndNeedsNoBody() {
        given().post("/v1/conversations/{id}/end", createConversation())
                .then()
                .statusCode(200)
                .body("endReason", equalTo("client"));
    }

    @Test
    void anIdleConversationEndsByItselfAndIsReopenedByATurn() {
        // Given
        String conversation = createConversation();
        putTurn(conversation, id(), "{\"learnerText\": \"a\"}").then().statusCode(201);
        Instant last = Instant.parse(get("/v1/conversations/" + conversation).path("lastActivityAt"));
        // When five minutes have passed
        TestClock.get().advance(Duration.ofMinutes(6));
        get("/v1/conversations/" + conversation)
                .then()
                .body("active", equalTo(false))
                .body("endReason", nullValue());
        // And half an hour
        TestClock.get().advance(Duration.ofMinutes(25));
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/conversations/" + conversation)
                .then()
                .body("endReason", equalTo("idle"))
                .body("endedAt", equalTo(WireJson.format(last.plus(Duration.ofMinutes(30))))));
        // Then
        putTurn(conversation, id(), "{\"learnerText\": \"b\"}")
                .then()
                .statusCode(201)
                .body("sequence", equalTo(2));
        get("/v1/conversations/" + conversation)
                .then()
                .body("endReason", nullValue())
                .body("active", equalTo(true))
                .body("turnCount", equalTo(2));
    }
}

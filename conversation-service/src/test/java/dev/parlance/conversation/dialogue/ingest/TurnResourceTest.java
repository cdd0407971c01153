package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.TURN_BODY;
import static dev.parlance.conversation.testing.Api.batchOf;
import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TurnResourceTest {
    @Test
    void aTurnIsReturnedAsSentWithItsSequence() {
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, TURN_BODY)
                .then()
                .statusCode(201)
                .body("id", equalTo(turn))
                .body("conversationId", equalTo(conversation))
                .body("sequence", equalTo(1))
                .body("learnerText", equalTo("りんごがたべたい"))
                .body("occurredAt", equalTo("2026-11-20T08:15:30.120Z"))
                .body("recordedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("language", equalTo("ja"))
                .body("wordTimings[0].word", equalTo("りんご"))
                .body("audio", equalTo(List.of("learner")))
                .body("metadata.a.c", equalTo(3));
    }

    @Test
    void missingFieldsAreNullInTheResponse() {
        putTurn(createConversation(), id(), "{\"replyText\": \"こんにちは\", \"learnerText\": null}")
                .then()
                .statusCode(201)
                .body("$", org.hamcrest.Matchers.hasKey("learnerText"))
                .body("learnerText", nullValue())
                .body("durationMs", nullValue())
                .body("metadata.size()", equalTo(0));
    }

    @Test
    void theSameBodyInAnotherOrderAndOffsetIsTheSameTurn() {
        // Given
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, TURN_BODY).then().statusCode(201);
        // When
        Response repeated = putTurn(conversation, turn, """
                {"metadata": {"a": {"c": 3, "d": 2}, "b": 1}, "audio": ["learner"],
                 "wordTimings": [{"confidence": 0.9, "endMs": 600, "startMs": 0, "word": "りんご"}],
                 "durationMs": 2100, "occurredAt": "2026-11-20T08:15:30.120Z", "language": null,
                 "replyText": "おいしいよね", "learnerText": "りんごがたべたい"}
                """);
        // Then
        repeated.then().statusCode(200).body("sequence", equalTo(1));
    }

    @Test
    void anotherBodyUnderTheSameIdIsRefused() {
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, TURN_BODY).then().statusCode(201);
        putTurn(conversation, turn, "{\"learnerText\": \"みかん\"}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/turn-differs"))
                .body("title", equalTo("Conflict"))
                .body("status", equalTo(409))
                .body("instance", equalTo("/v1/conversations/%s/turns/%s".formatted(conversation, turn)));
        putTurn(createConversation(), turn, TURN_BODY)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/turn-differs"));
    }

    @Test
    void aTurnIsPublishedWithItsLocalDay() {
        // Given 23:30 in Tokyo
        String conversation = createConversation();
        // When
        putTurn(conversation, id(), "{\"learnerText\": \"おやすみ\", \"occurredAt\": \"2026-11-09T14:30:00Z\"}")
                .then()
                .statusCode(201);
        // Then
        var event =
                TopicReader.events(conversation, "parlance.turn-recorded.v1", 1).getFirst();
        assertThat(event.value().get("localDate").asText()).isEqualTo("2026-11-09");
        assertThat(event.value().get("sequence").asInt()).isEqualTo(1);
        assertThat(event.key()).isEqualTo("default/learner-" + conversation);
        assertThat(event.headers())
                .containsEntry("ce_source", "/parlance/conversation-service")
                .containsEntry("ce_time", "2026-11-09T14:30:00.000Z")
                .containsKeys("traceparent", "ce_id", "ce_dataschema");
    }

    @Test
    void turnsAreListedBySequenceInPages() {
        String conversation = createConversation();
        post("/v1/conversations/" + conversation + "/turns:batch", batchOf(5))
                .then()
                .statusCode(207);
        String path = "/v1/conversations/" + conversation + "/turns";
        String cursor = get(path + "?limit=2")
                .then()
                .body("items.sequence", equalTo(List.of(1, 2)))
                .extract()
                .path("nextCursor");
        String next = get(path + "?limit=2&cursor=" + cursor)
                .then()
                .body("items.sequence", equalTo(List.of(3, 4)))
                .extract()
                .path("nextCursor");
        get(path + "?limit=2&cursor=" + next)
                .then()
                .body("items.sequence", equalTo(List.of(5)))
                .body("nextCursor", nullValue());
        get("/v1/conversations/" + createConversation() + "/turns?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-cursor"));
        get(path + "?cursor=x").then().statusCode(400).body("type", equalTo("/problems/bad-cursor"));
        get(path + "?limit=0").then().statusCode(400).body("field", equalTo("limit"));
        get(path + "?limit=201").then().statusCode(400).body("limit", equalTo(200));
    }

    @Test
    void unknownConversationsAndInvalidIdsAreReported() {
        putTurn(id(), id(), TURN_BODY).then().statusCode(404).body("type", equalTo("/problems/unknown-conversation"));
        putTurn("nonsense", id(), TURN_BODY)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-conversation"));
        putTurn(createConversation(), "nonsense", TURN_BODY)
                .then()
                .statusCode(400)
                .body("field", equalTo("turnId"));
        get("/v1/nothing/here").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }
}

package dev.parlance.conversation;

import static dev.parlance.conversation.Api.SAID;
import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.batchOf;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TurnApiTest {
    @Test
    void aTurnIsAnsweredAsItWasSaidWithItsPlace() {
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, SAID)
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
    void whatWasNotSaidIsNullInTheAnswerAndNotLeftOut() {
        putTurn(aConversation(), id(), "{\"replyText\": \"こんにちは\", \"learnerText\": null}")
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
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, SAID).then().statusCode(201);
        // When
        Response again = putTurn(conversation, turn, """
                {"metadata": {"a": {"c": 3, "d": 2}, "b": 1}, "audio": ["learner"],
                 "wordTimings": [{"confidence": 0.9, "endMs": 600, "startMs": 0, "word": "りんご"}],
                 "durationMs": 2100, "occurredAt": "2026-11-20T08:15:30.120Z", "language": null,
                 "replyText": "おいしいよね", "learnerText": "りんごがたべたい"}
                """);
        // Then
        again.then().statusCode(200).body("sequence", equalTo(1));
    }

    @Test
    void anotherBodyUnderTheSameIdIsRefused() {
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, SAID).then().statusCode(201);
        putTurn(conversation, turn, "{\"learnerText\": \"みかん\"}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/turn-differs"))
                .body("title", equalTo("Conflict"))
                .body("status", equalTo(409))
                .body("instance", equalTo("/v1/conversations/%s/turns/%s".formatted(conversation, turn)));
        putTurn(aConversation(), turn, SAID).then().statusCode(409).body("type", equalTo("/problems/turn-differs"));
    }

    @Test
    void aTurnIsAnnouncedWithItsLocalDay() {
        // Given 23:30 in Tokyo
        String conversation = aConversation();
        // When
        putTurn(conversation, id(), "{\"learnerText\": \"おやすみ\", \"occurredAt\": \"2026-11-09T14:30:00Z\"}")
                .then()
                .statusCode(201);
        // Then
        var event = Topics.events(conversation, "parlance.turn-recorded.v1", 1).getFirst();
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
        String conversation = aConversation();
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
        get("/v1/conversations/" + aConversation() + "/turns?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-cursor"));
        get(path + "?cursor=x").then().statusCode(400).body("type", equalTo("/problems/bad-cursor"));
        get(path + "?limit=0").then().statusCode(400).body("field", equalTo("limit"));
        get(path + "?limit=201").then().statusCode(400).body("limit", equalTo(200));
    }

    @Test
    void unknownConversationsAndBadIdsAreNamed() {
        putTurn(id(), id(), SAID).then().statusCode(404).body("type", equalTo("/problems/unknown-conversation"));
        putTurn("nonsense", id(), SAID).then().statusCode(404).body("type", equalTo("/problems/unknown-conversation"));
        putTurn(aConversation(), "nonsense", SAID).then().statusCode(400).body("field", equalTo("turnId"));
        get("/v1/nothing/here").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }
}

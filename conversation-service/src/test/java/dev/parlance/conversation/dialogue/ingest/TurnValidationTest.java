package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The limits of a turn and of its fields.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TurnValidationTest {
    @Inject
    Jdbi jdbi;

    static Stream<Object[]> refused() {
        return Stream.of(
                new Object[] {"{}", "invalid-request", "learnerText"},
                new Object[] {"{\"learnerText\": \"  \"}", "invalid-request", "learnerText"},
                new Object[] {"{\"learnerText\": \"a\\u0000b\"}", "bad-text", "learnerText"},
                new Object[] {"{\"replyText\": \"a\\ud83d\"}", "bad-text", "replyText"},
                new Object[] {"{\"learnerText\": \"a\", \"metadata\": {\"k\\u0000\": 1}}", "bad-text", "metadata"},
                new Object[] {"{\"learnerText\": \"" + "x".repeat(8001) + "\"}", "text-too-long", "learnerText"},
                new Object[] {"{\"learnerText\": \"a\", \"surprise\": 1}", "invalid-request", "surprise"},
                new Object[] {"{\"learnerText\": 5}", "invalid-request", "learnerText"},
                new Object[] {"{\"learnerText\": \"a\", \"durationMs\": \"5\"}", "invalid-request", "durationMs"},
                new Object[] {"{\"learnerText\": \"a\", \"durationMs\": -1}", "invalid-request", "durationMs"},
                new Object[] {"{\"learnerText\": \"a\", \"occurredAt\": \"yesterday\"}", "invalid-request", "occurredAt"
                },
                new Object[] {
                    "{\"learnerText\": \"a\", \"occurredAt\": \"1999-12-31T23:59:59Z\"}",
                    "invalid-request",
                    "occurredAt"
                },
                new Object[] {
                    "{\"learnerText\": \"a\", \"occurredAt\": \"2126-01-01T00:00:00Z\"}",
                    "invalid-request",
                    "occurredAt"
                },
                new Object[] {"{\"learnerText\": \"a\", \"language\": \"not a tag\"}", "invalid-request", "language"},
                new Object[] {
                    "{\"learnerText\": \"a\", \"language\": \"en-x" + "-aaaaaaaa".repeat(7) + "\"}",
                    "invalid-request",
                    "language"
                },
                new Object[] {"{\"learnerText\": \"a\", \"durationMs\": 86400001}", "invalid-request", "durationMs"},
                new Object[] {
                    "{\"learnerText\": \"a\", \"metadata\": " + nested(33) + "}", "invalid-request", "metadata"
                },
                new Object[] {"{\"learnerText\": \"a\", \"metadata\": " + nested(999) + "}", "json-too-complex", null},
                new Object[] {
                    "{\"learnerText\": \"a\", \"metadata\": {\"k\": [" + "{},".repeat(20_000) + "{}]}}",
                    "json-too-complex",
                    null
                },
                new Object[] {
                    "{\"learnerText\": \"a\", \"durationMs\": " + "1".repeat(200) + "}", "json-too-complex", null
                },
                new Object[] {"{\"learnerText\": \"a\", \"audio\": [\"both\"]}", "invalid-request", "audio"},
                new Object[] {"{\"learnerText\": \"a\", \"metadata\": [1]}", "invalid-request", "metadata"},
                new Object[] {
                    "{\"learnerText\": \"a\", \"metadata\": {\"k\": \"" + "x".repeat(8192) + "\"}}",
                    "invalid-request",
                    "metadata"
                },
                new Object[] {
                    "{\"learnerText\": \"a\", \"wordTimings\": [{\"word\": \"a\", \"startMs\": 5, \"endMs\": 1}]}",
                    "invalid-request",
                    "wordTimings"
                },
                new Object[] {
                    "{\"learnerText\": \"a\", \"wordTimings\": ["
                            + "{\"word\": \"a\", \"startMs\": 0, \"endMs\": 1},".repeat(1000)
                            + "{\"word\": \"a\", \"startMs\": 0, \"endMs\": 1}]}",
                    "invalid-request",
                    "wordTimings"
                },
                new Object[] {"{\"learnerText\": \"a\", \"learnerText\": \"b\"}", "invalid-request", null},
                new Object[] {"{\"learnerText\": ", "invalid-request", null},
                new Object[] {"[]", "invalid-request", null});
    }

    private static String nested(int levels) {
        return "{\"k\": ".repeat(levels) + "1" + "}".repeat(levels);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anInvalidTurnIsRefusedByItsField(String body, String problem, String field) {
        putTurn(createConversation(), id(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body("field", field == null ? org.hamcrest.Matchers.anything() : equalTo(field));
    }

    @Test
    void metadataOf32LevelsIsReadAsItWasSent() {
        String conversation = createConversation();
        putTurn(conversation, id(), "{\"learnerText\": \"a\", \"metadata\": " + nested(32) + "}")
                .then()
                .statusCode(201)
                .body("metadata" + ".k".repeat(32), equalTo(1));
        get("/v1/conversations/" + conversation + "/turns")
                .then()
                .statusCode(200)
                .body("items[0].metadata" + ".k".repeat(32), equalTo(1));
    }

    @Test
    void metadataThatWasStoredDeeperIsStillListed() {
        // Given a turn of an earlier version, which did not look at the depth
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, "{\"learnerText\": \"a\"}").then().statusCode(201);
        jdbi.useHandle(handle -> handle.createUpdate("update turn set metadata = :deep where id = :id")
                .bind("deep", nested(999))
                .bind("id", UUID.fromString(turn))
                .execute());
        // Then
        get("/v1/conversations/" + conversation + "/turns").then().statusCode(200);
    }

    @Test
    void aTurnWhoseEventWouldBeTooLargeIsRefusedAndLeavesNoGap() {
        // Given a conversation that adds more to the event than any can have
        String conversation = createConversation();
        setChannel(conversation, "x".repeat(220 << 10));
        String text = "😀".repeat(8000);
        // When
        putTurn(conversation, id(), "{\"learnerText\": \"%s\", \"replyText\": \"%s\"}".formatted(text, text))
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/event-too-large"))
                .body("limit", equalTo(256 << 10));
        // Then
        setChannel(conversation, "app");
        putTurn(conversation, id(), "{\"learnerText\": \"a\"}")
                .then()
                .statusCode(201)
                .body("sequence", equalTo(1));
    }

    private void setChannel(String conversation, String channel) {
        jdbi.useHandle(handle -> handle.createUpdate("update conversation set channel = :channel where id = :id")
                .bind("channel", channel)
                .bind("id", UUID.fromString(conversation))
                .execute());
    }

    @Test
    void theLongestTextIsCountedInCharactersNotInBytes() {
        putTurn(createConversation(), id(), "{\"learnerText\": \"" + "😀".repeat(8000) + "\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void tooLargeARequestIsRefusedWithOrWithoutContentLength() {
        String large = "{\"learnerText\": \"" + "x".repeat(2 << 20) + "\"}";
        putTurn(createConversation(), id(), large)
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/request-too-large"))
                .body("limit", equalTo(1 << 20));
    }

    @Test
    void aBatchOfEightMebibytesIsTooLargeAndASingleTurnHasItsOwnLimit() {
        String conversation = createConversation();
        String timings = IntStream.range(0, 1000)
                .mapToObj(at -> "{\"word\": \"" + "w".repeat(300) + "\", \"startMs\": 0, \"endMs\": 1}")
                .collect(Collectors.joining(","));
        String turn = "{\"id\": \"%s\", \"learnerText\": \"a\", \"wordTimings\": [%s]}";
        putTurn(conversation, id(), turn.formatted("", timings).replace("\"id\": \"\", ", ""))
                .then()
                .statusCode(413)
                .body("limit", equalTo(256 << 10));
        post(
                        "/v1/conversations/" + conversation + "/turns:batch",
                        "{\"turns\": [" + turn.formatted(id(), timings) + "]}")
                .then()
                .statusCode(207)
                .body("results[0].status", equalTo(400))
                .body("results[0].problem.type", equalTo("/problems/request-too-large"));
        post("/v1/conversations/" + conversation + "/turns:batch", "{\"turns\": [\"" + "x".repeat(9 << 20) + "\"]}")
                .then()
                .statusCode(413);
    }
}

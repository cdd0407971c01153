package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The limits of a turn and of its fields.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TurnValidationTest {
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

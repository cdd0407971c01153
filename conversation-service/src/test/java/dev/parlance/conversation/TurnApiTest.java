package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TurnApiTest {
    private static final String SAID = """
            {"learnerText": "りんごがたべたい", "replyText": "おいしいよね",
             "occurredAt": "2026-11-20T17:15:30.1204+09:00", "durationMs": 2100,
             "wordTimings": [{"word": "りんご", "startMs": 0, "endMs": 600, "confidence": 0.9}],
             "audio": ["learner"], "metadata": {"b": 1, "a": {"d": 2, "c": 3}}}
            """;

    @Inject
    Jdbi jdbi;

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
    void theSameTurnFiftyTimesAtOnceIsOneRowAndOneEvent() throws Exception {
        // Given
        String conversation = aConversation();
        String turn = id();
        Callable<Integer> put = () -> putTurn(conversation, turn, SAID).statusCode();
        // When
        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(50)) {
            statuses = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(_ -> put).toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        // Then
        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(count("select count(*) from turn where id = :id", turn)).isEqualTo(1);
        get("/v1/conversations/" + conversation).then().body("turnCount", equalTo(1));
        assertThat(Topics.events(conversation, "parlance.turn-recorded.v1", 1)).hasSize(1);
    }

    @Test
    void theSameTurnAtOnceInTwoConversationsIsTakenByOne() throws Exception {
        List<String> conversations = List.of(aConversation(), aConversation());
        String turn = id();
        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(8)) {
            statuses = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(at -> () -> putTurn(conversations.get(at % 2), turn, SAID)
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(4);
        assertThat(count("select count(*) from turn where id = :id", turn)).isEqualTo(1);
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
    void underOneIdempotencyKeyATurnIsMadeOnce() {
        String path = "/v1/conversations/" + aConversation() + "/turns";
        String key = id();
        Response first = post(path, "{\"learnerText\": \"uno\"}", key);
        first.then().statusCode(201).header("Location", org.hamcrest.Matchers.startsWith(path + "/"));
        Response again = post(path, "{\"learnerText\": \"uno\"}", key);
        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        post(path, "{\"learnerText\": \"due\"}", key)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        get(path).then().body("items", hasSize(1));
    }

    @Test
    void withoutAnIdempotencyKeyEachPostIsATurn() {
        String path = "/v1/conversations/" + aConversation() + "/turns";
        post(path, "{\"learnerText\": \"uno\"}").then().statusCode(201);
        post(path, "{\"learnerText\": \"uno\"}").then().statusCode(201).body("sequence", equalTo(2));
    }

    @Test
    void atOnceUnderOneKeyATurnIsMadeOnce() throws Exception {
        String path = "/v1/conversations/" + aConversation() + "/turns";
        String key = id();
        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(10)) {
            statuses = threads
                    .invokeAll(IntStream.range(0, 10)
                            .<Callable<Integer>>mapToObj(_ -> () -> post(path, "{\"learnerText\": \"uno\"}", key)
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        assertThat(statuses).containsOnly(201, 409).contains(201);
        get(path).then().body("items", hasSize(1));
    }

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
    void whatBreaksTheContractIsRefusedByName(String body, String problem, String field) {
        putTurn(aConversation(), id(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body("field", field == null ? org.hamcrest.Matchers.anything() : equalTo(field));
    }

    @Test
    void theLongestTextIsCountedInCharactersNotInBytes() {
        putTurn(aConversation(), id(), "{\"learnerText\": \"" + "😀".repeat(8000) + "\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void unknownConversationsAndBadIdsAreNamed() {
        putTurn(id(), id(), SAID).then().statusCode(404).body("type", equalTo("/problems/unknown-conversation"));
        putTurn("nonsense", id(), SAID).then().statusCode(404).body("type", equalTo("/problems/unknown-conversation"));
        putTurn(aConversation(), "nonsense", SAID).then().statusCode(400).body("field", equalTo("turnId"));
        get("/v1/nothing/here").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void tooLargeARequestIsRefusedWhetherItSaysItsLengthOrNot() {
        String large = "{\"learnerText\": \"" + "x".repeat(2 << 20) + "\"}";
        putTurn(aConversation(), id(), large)
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/request-too-large"))
                .body("limit", equalTo(1 << 20));
    }

    @Test
    void eightMebibytesOfBatchAreTooManyAndASingleTurnHasItsOwnBound() {
        String conversation = aConversation();
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

    private static String batchOf(int turns) {
        return IntStream.range(0, turns)
                .mapToObj(at -> "{\"id\": \"%s\", \"learnerText\": \"turn %d\"}".formatted(id(), at))
                .collect(Collectors.joining(",", "{\"turns\": [", "]}"));
    }

    private int count(String sql, String id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", UUID.fromString(id))
                .mapTo(Integer.class)
                .one());
    }
}

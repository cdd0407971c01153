package dev.parlance.conversation.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Calls of the public HTTP interface, as a client app makes them.
public final class Api {
    /// A turn with all fields.
    public static final String TURN_BODY = """
            {"learnerText": "りんごがたべたい", "replyText": "おいしいよね",
             "occurredAt": "2026-11-20T17:15:30.1204+09:00", "durationMs": 2100,
             "wordTimings": [{"word": "りんご", "startMs": 0, "endMs": 600, "confidence": 0.9}],
             "audio": ["learner"], "metadata": {"b": 1, "a": {"d": 2, "c": 3}}}
            """;

    private Api() {}

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static Response putConversation(String id, String body) {
        return given().contentType("application/json").body(body).put("/v1/conversations/{id}", id);
    }

    /// Starts a conversation with a new learner.
    public static String createConversation() {
        String id = id();
        putConversation(id, """
                {"learnerId": "learner-%s", "language": "ja", "timeZone": "Asia/Tokyo", "module": "free-talk"}
                """.formatted(id)).then().statusCode(201);
        return id;
    }

    public static Response putTurn(String conversation, String turn, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/v1/conversations/{conversation}/turns/{turn}", conversation, turn);
    }

    public static Response post(String path, String body) {
        return given().contentType("application/json")
                .urlEncodingEnabled(false)
                .body(body)
                .post(path);
    }

    public static Response post(String path, String body, String key) {
        return given().contentType("application/json")
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    public static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    /// The body of a batch of turns, each with a new id.
    public static String batchOf(int turns) {
        return IntStream.range(0, turns)
                .mapToObj(at -> "{\"id\": \"%s\", \"learnerText\": \"turn %d\"}".formatted(id(), at))
                .collect(Collectors.joining(",", "{\"turns\": [", "]}"));
    }

    /// The results of concurrent calls; each call gets its number.
    public static List<Integer> callConcurrently(int calls, IntFunction<Integer> call) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(calls)) {
            return threads
                    .invokeAll(IntStream.range(0, calls)
                            .<Callable<Integer>>mapToObj(at -> () -> call.apply(at))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}

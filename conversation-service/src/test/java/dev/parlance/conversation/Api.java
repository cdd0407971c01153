package dev.parlance.conversation;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.UUID;

/// The public calls of the service, as a client app makes them.
final class Api {
    private Api() {}

    static String id() {
        return UUID.randomUUID().toString();
    }

    static Response putConversation(String id, String body) {
        return given().contentType("application/json").body(body).put("/v1/conversations/{id}", id);
    }

    /// A conversation of a learner of its own.
    static String aConversation() {
        String id = id();
        putConversation(id, """
                {"learnerId": "learner-%s", "language": "ja", "timeZone": "Asia/Tokyo", "module": "free-talk"}
                """.formatted(id)).then().statusCode(201);
        return id;
    }

    static Response putTurn(String conversation, String turn, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/v1/conversations/{conversation}/turns/{turn}", conversation, turn);
    }

    static Response post(String path, String body) {
        return given().contentType("application/json")
                .urlEncodingEnabled(false)
                .body(body)
                .post(path);
    }

    static Response post(String path, String body, String key) {
        return given().contentType("application/json")
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }
}

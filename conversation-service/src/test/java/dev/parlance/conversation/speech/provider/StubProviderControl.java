package dev.parlance.conversation.speech.provider;

import static io.restassured.RestAssured.given;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// Controls the stub provider from a test.
public final class StubProviderControl {
    private StubProviderControl() {}

    /// Answers normally; forgets all requests.
    public static void behaveNormally() {
        setBehaviour(200, null, null, 0, false);
    }

    public static void respondWith(int status) {
        setBehaviour(status, "\"sorry\"", null, 0, false);
    }

    public static void respondWith(int status, String retryAfter) {
        setBehaviour(status, "\"sorry\"", "\"" + retryAfter + "\"", 0, false);
    }

    /// Fails this many times, then answers normally.
    public static void respondAtFirstWith(int times, int status, String retryAfter) {
        setBehaviour(status, "\"sorry\"", "\"" + retryAfter + "\"", times, false);
    }

    /// Status 200 with an unexpected body.
    public static void respondWithGarbage() {
        setBehaviour(200, "\"<html>\"", null, 0, false);
    }

    /// Holds all responses until the behaviour changes.
    public static void holdResponses() {
        setBehaviour(200, null, null, 0, true);
    }

    /// Releases held responses, answers normally, and keeps the requests.
    public static void releaseResponses() {
        given().post(control()).then().statusCode(200);
    }

    /// The bodies of all requests since the behaviour was set.
    public static List<String> requests() {
        return given().get(control()).jsonPath().getList("$");
    }

    private static void setBehaviour(int status, String body, String retryAfter, int times, boolean silent) {
        given().body("{\"status\": %d, \"body\": %s, \"retryAfter\": %s, \"times\": %d, \"silent\": %b}"
                        .formatted(status, body, retryAfter, times, silent))
                .put(control())
                .then()
                .statusCode(200);
    }

    private static String control() {
        return ConfigProvider.getConfig()
                .getValue("parlance.transcription-endpoint.url", String.class)
                .replace("/v1", "/control");
    }
}

package dev.parlance.conversation;

import static io.restassured.RestAssured.given;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// The stub of an outside party, as a test steers it.
public final class Provider {
    private Provider() {}

    /// It does what it is asked, and has heard nothing yet.
    public static void isGood() {
        behaves(200, 0, null, null);
    }

    public static void answers(int status) {
        behaves(status, 0, "\"sorry\"", null);
    }

    public static void answers(int status, String retryAfter) {
        behaves(status, 0, "\"sorry\"", "\"" + retryAfter + "\"");
    }

    /// Status 200, and nothing that was asked for.
    public static void talksNonsense() {
        behaves(200, 0, "\"<html>\"", null);
    }

    public static void takes(int milliseconds) {
        behaves(200, milliseconds, null, null);
    }

    /// The bodies of all requests since it was last told how to behave.
    public static List<String> asked() {
        return given().get(control()).jsonPath().getList("$");
    }

    private static void behaves(int status, int delayMs, String body, String retryAfter) {
        given().body("{\"status\": %d, \"delayMs\": %d, \"body\": %s, \"retryAfter\": %s}"
                        .formatted(status, delayMs, body, retryAfter))
                .put(control())
                .then()
                .statusCode(200);
    }

    private static String control() {
        return ConfigProvider.getConfig()
                .getValue("conversation.transcription-endpoint.url", String.class)
                .replace("/v1", "/control");
    }
}

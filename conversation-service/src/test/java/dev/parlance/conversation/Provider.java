package dev.parlance.conversation;

import static io.restassured.RestAssured.given;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// The stub of an outside party, as a test steers it.
public final class Provider {
    private Provider() {}

    /// It does what it is asked, and has heard nothing yet.
    public static void isGood() {
        behaves(200, null, null, 0, false);
    }

    public static void answers(int status) {
        behaves(status, "\"sorry\"", null, 0, false);
    }

    public static void answers(int status, String retryAfter) {
        behaves(status, "\"sorry\"", "\"" + retryAfter + "\"", 0, false);
    }

    /// So many times, and then it is good.
    public static void answersAtFirst(int times, int status, String retryAfter) {
        behaves(status, "\"sorry\"", "\"" + retryAfter + "\"", times, false);
    }

    /// Status 200, and nothing that was asked for.
    public static void talksNonsense() {
        behaves(200, "\"<html>\"", null, 0, false);
    }

    /// It answers nobody until it is told to behave otherwise.
    public static void isSilent() {
        behaves(200, null, null, 0, true);
    }

    /// It does what it was asked while it was silent, and all else, and remembers what it has heard.
    public static void speaksAtLast() {
        given().post(control()).then().statusCode(200);
    }

    /// The bodies of all requests since it was last told how to behave.
    public static List<String> asked() {
        return given().get(control()).jsonPath().getList("$");
    }

    private static void behaves(int status, String body, String retryAfter, int times, boolean silent) {
        given().body("{\"status\": %d, \"body\": %s, \"retryAfter\": %s, \"times\": %d, \"silent\": %b}"
                        .formatted(status, body, retryAfter, times, silent))
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

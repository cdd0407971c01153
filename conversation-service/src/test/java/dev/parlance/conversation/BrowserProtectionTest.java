package dev.parlance.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.testing.RawHttp;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A browser reaches the service under its own names only, and runs nothing on its pages but their own scripts.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class BrowserProtectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"/v1/conversations", "/v1/admin/quarantine", "/try/", "/q/metrics", "/q/openapi"})
    void aRequestUnderAForeignNameIsRefused(String path) {
        given().header("Host", "evil.example:8080")
                .get(path)
                .then()
                .statusCode(421)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/host-not-allowed"))
                .body("field", equalTo("Host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "10.1.2.3", "[::1]:8080"})
    void localhostAndAddressesAreServed(String host) {
        given().header("Host", host).get("/v1/conversations").then().statusCode(200);
    }

    @Test
    void healthIsToldUnderAnyName() {
        given().header("Host", "pod-7.example").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void aRequestWithoutHostIsRefusedByName() {
        // When
        try (RawHttp client = RawHttp.send("GET /v1/conversations HTTP/1.0\n\n")) {
            String response = client.readResponse();
            // Then
            assertThat(response).contains(" 400 ", "/problems/invalid-request", "Host");
        }
    }

    @Test
    void thePageRunsItsOwnScriptsOnlyAndIsShownInNoOther() {
        given().get("/try/")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("connect-src 'self' http://"));
    }

    @Test
    void jsonIsNotTakenForAnotherType() {
        given().get("/v1/conversations").then().statusCode(200).header("X-Content-Type-Options", "nosniff");
        given().get("/v1/conversations/x").then().header("X-Content-Type-Options", "nosniff");
    }
}

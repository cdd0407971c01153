package dev.parlance.kit.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Large bodies share a budget; here it has room for one of 100 KiB.
@QuarkusTest
@TestProfile(LargeBodiesTest.SmallBudget.class)
@QuarkusTestResource(TestPlatform.class)
class LargeBodiesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LARGE_BYTES = 100 << 10;

    /// Room for one large body.
    public static final class SmallBudget implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new KitTestProfile().getConfigOverrides());
            settings.put("parlance.http.max-large-body-bytes", "150000");
            return settings;
        }
    }

    @Inject
    MeterRegistry registry;

    @AfterEach
    void noPlaceIsKept() {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(used()).isZero());
    }

    @Test
    void aLargeBodyBeyondTheBudgetIsRefusedUntilTheFirstIsAnswered() throws IOException {
        try (var first = new Socket("localhost", RestAssured.port)) {
            // Given
            begin(first);
            // Then
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(used()).isEqualTo(LARGE_BYTES));
            isRefused(post(LARGE_BYTES));
            post(10).then().statusCode(200);
            // When
            finish(first);
            // Then
            await().atMost(TIMEOUT).untilAsserted(() -> post(LARGE_BYTES).then().statusCode(200));
        }
    }

    @Test
    void aClientThatHangsUpGivesItsPlaceBack() throws IOException {
        try (var first = new Socket("localhost", RestAssured.port)) {
            begin(first);
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(used()).isEqualTo(LARGE_BYTES));
        }
        await().atMost(TIMEOUT).untilAsserted(() -> post(LARGE_BYTES).then().statusCode(200));
    }

    private static void begin(Socket client) throws IOException {
        client.getOutputStream()
                .write(("POST /test/json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: %d\r\n\r\n{")
                        .formatted(LARGE_BYTES)
                        .getBytes(US_ASCII));
    }

    private static void finish(Socket client) throws IOException {
        client.getOutputStream().write((" ".repeat(LARGE_BYTES - 2) + "}").getBytes(US_ASCII));
        var answer = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
    }

    private static Response post(int bytes) {
        return given().contentType("application/json")
                .body("{" + " ".repeat(bytes - 2) + "}")
                .post("/test/json");
    }

    private static void isRefused(Response response) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/overloaded"));
    }

    private double used() {
        return registry.get("parlance.http.large_body_bytes").gauge().value();
    }
}

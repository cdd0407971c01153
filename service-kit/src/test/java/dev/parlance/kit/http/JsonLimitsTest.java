package dev.parlance.kit.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a JSON body may hold, and whose fault it is when JSON cannot be read or written.
@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class JsonLimitsTest {
    @Test
    void aBodyIsNestedAtMost64LevelsDeep() throws Exception {
        assertThat(post("[".repeat(64) + "]".repeat(64)).statusCode()).isEqualTo(200);
        isTooComplex(post("[".repeat(65) + "]".repeat(65)));
        isTooComplex(post("[".repeat(500_000)));
    }

    @Test
    void aBodyHasAtMost25000Values() throws Exception {
        isTooComplex(post("[" + "{},".repeat(20_000) + "{}]"));
    }

    @Test
    void aNumberHasAtMost100Digits() throws Exception {
        assertThat(post("[" + "1".repeat(100) + "]").statusCode()).isEqualTo(200);
        isTooComplex(post("[" + "1".repeat(101) + "]"));
        isTooComplex(post("[1." + "1".repeat(500_000) + "]"));
    }

    @Test
    void namesAndTextsAreBounded() throws Exception {
        isTooComplex(post("{\"" + "n".repeat(9_000) + "\": 1}"));
        isTooComplex(post("{\"name\": \"" + "x".repeat(140_000) + "\"}"));
    }

    @Test
    void whatIsNotJsonIsTheClientsFault() throws Exception {
        HttpResponse<String> response = post("{\"a\": ");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/problems/invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/json", "/test/json/async"})
    void aBodyWithoutALengthIsReadUpToTheLimit(String path) throws Exception {
        assertThat(postWithoutLength(path, "{\"a\": \"" + "x".repeat(50_000) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> tooLarge = postWithoutLength(path, "{\"a\": 1}" + " ".repeat(1 << 20));
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("/problems/request-too-large");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsTheServicesFault() {
        given().get("/test/json")
                .then()
                .statusCode(500)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("/problems/internal-error"))
                .body("incident", matchesPattern("[0-9a-f-]{36}"));
    }

    private static void isTooComplex(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains("/problems/json-too-complex");
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post("/test/json", BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> postWithoutLength(String path, String body)
            throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))));
    }

    /// Not by REST Assured, which prints each request, however deep it is.
    private static HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}

package dev.parlance.conversation.speech.synthesis;

import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.speech.provider.StubProviderControl;
import dev.parlance.conversation.speech.provider.StubProviderProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Speech by an endpoint, stored in S3.
@QuarkusTest
@TestProfile(StubProviderProfile.class)
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class SpeechResourceTest {
    private static final String REQUEST = """
            {"text": "%s", "language": "ja", "voice": "rabbit", "format": "wav"}
            """;

    /// Unique per test, so that no test finds speech of another in the cache.
    private final String text = "りんご " + id();

    @BeforeEach
    void resetProvider() {
        StubProviderControl.behaveNormally();
    }

    @Test
    void theSameTextIsSynthesizedOnceAndThenCached() throws Exception {
        // When
        Response first = speak(REQUEST.formatted(text));
        Response second = speak(REQUEST.formatted(text));
        // Then
        first.then().statusCode(200).body("cached", equalTo(false)).body("contentType", equalTo("audio/wav"));
        second.then().statusCode(200).body("cached", equalTo(true));
        assertThat(second.jsonPath().getString("hash"))
                .isEqualTo(first.jsonPath().getString("hash"))
                .matches("[0-9a-f]{64}");
        assertThat(StubProviderControl.requests()).hasSize(1);
        HttpResponse<byte[]> audio = fetch(second);
        assertThat(audio.statusCode()).isEqualTo(200);
        assertThat(audio.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(audio.body()).hasSize(second.jsonPath().getInt("sizeBytes")).startsWith('R', 'I', 'F', 'F');
        assertThat(second.jsonPath().getInt("durationMs")).isEqualTo(100 * text.length());
    }

    @Test
    void theEndpointIsCalledWithItsOwnNames() {
        speak("""
                {"text": "%s", "language": "ja", "voice": "bear", "speed": 0.8, "format": "ogg"}
                """.formatted(text)).then().statusCode(200).body("contentType", equalTo("audio/ogg"));
        assertThat(StubProviderControl.requests()).singleElement().isEqualTo("""
                        {"model":"tts-1","input":"%s","voice":"onyx","response_format":"opus","speed":0.8}""".formatted(text));
    }

    @Test
    void textsThatSoundTheSameHaveOneHash() {
        String hash = hash(REQUEST.formatted(text));
        assertThat(hash(REQUEST.formatted("  " + text.replace(" ", "\\n\\t ") + "\u3000")))
                .isEqualTo(hash);
        assertThat(hash(REQUEST.formatted(text).replace("\"ja\"", "\"JA\""))).isEqualTo(hash);
        assertThat(hash(REQUEST.formatted(text).replace("\"format\"", "\"speed\": 1.00, \"format\"")))
                .isEqualTo(hash);
        assertThat(StubProviderControl.requests()).hasSize(1);
    }

    @Test
    void audibleDifferencesChangeTheHash() {
        String hash = hash(REQUEST.formatted(text));
        assertThat(hash(REQUEST.formatted(text + "!"))).isNotEqualTo(hash);
        assertThat(hash(REQUEST.formatted(text).replace("rabbit", "bear"))).isNotEqualTo(hash);
        assertThat(hash(REQUEST.formatted(text).replace("\"ja\"", "\"en\""))).isNotEqualTo(hash);
        assertThat(hash(REQUEST.formatted(text).replace("wav", "mp3"))).isNotEqualTo(hash);
        assertThat(hash(REQUEST.formatted(text).replace("\"format\"", "\"speed\": 1.5, \"format\"")))
                .isNotEqualTo(hash);
        assertThat(StubProviderControl.requests()).hasSize(6);
    }

    @Test
    void aSpeechIsFoundByItsHash() {
        String hash = hash(REQUEST.formatted(text));
        get("/v1/speech/" + hash)
                .then()
                .statusCode(200)
                .body("hash", equalTo(hash))
                .body("cached", equalTo(true));
        get("/v1/speech/" + "0".repeat(64)).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        get("/v1/speech/nonsense").then().statusCode(404);
    }

    @Test
    void aCachedSpeechCostsNoCallToS3() {
        // Given
        speak(REQUEST.formatted(text)).then().statusCode(200);
        String before = storeCalls();
        // When
        speak(REQUEST.formatted(text)).then().statusCode(200).body("cached", equalTo(true));
        // Then
        assertThat(storeCalls()).isEqualTo(before);
    }

    @Test
    void requestsAreCountedAsHitOrMade() {
        // Given
        double hits = count("hit");
        double made = count("made");
        // When
        speak(REQUEST.formatted(text));
        speak(REQUEST.formatted(text));
        speak(REQUEST.formatted(text));
        // Then
        assertThat(count("hit")).isEqualTo(hits + 2);
        assertThat(count("made")).isEqualTo(made + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|text",
                "{\"text\": \" \\n\", \"language\": \"ja\"}|text",
                "{\"text\": \"a\"}|language",
                "{\"text\": \"a\", \"language\": \"no language\"}|language",
                "{\"text\": \"a\", \"language\": \"ja\", \"voice\": \"wolf\"}|voice",
                "{\"text\": \"a\", \"language\": \"ja\", \"speed\": 0.1}|speed",
                "{\"text\": \"a\", \"language\": \"ja\", \"speed\": 4.01}|speed",
                "{\"text\": \"a\", \"language\": \"ja\", \"speed\": \"1\"}|speed",
                "{\"text\": \"a\", \"language\": \"ja\", \"format\": \"webm\"}|format",
                "{\"text\": \"a\", \"language\": \"ja\", \"pitch\": 1}|pitch"
            })
    void invalidRequestsAreRefusedWithoutACallToTheEndpoint(String body, String field) {
        speak(body)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("field", equalTo(field));
        assertThat(StubProviderControl.requests()).isEmpty();
    }

    @Test
    void textThatIsTooLongIsRefusedWithItsLimit() {
        speak(REQUEST.formatted("a".repeat(4_001)))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/text-too-long"))
                .body("limit", equalTo(4_000));
    }

    @Test
    void textThatTheEndpointRejectsIsRefused() {
        StubProviderControl.respondWith(400);
        speak(REQUEST.formatted(text)).then().statusCode(422).body("type", equalTo("/problems/speech-refused"));
        StubProviderControl.behaveNormally();
        speak(REQUEST.formatted(text)).then().statusCode(200).body("cached", equalTo(false));
    }

    @Test
    void aFailingEndpointIsAnswered503WithRetryAfter() {
        StubProviderControl.respondWith(500);
        assertUnavailable(speak(REQUEST.formatted(text)), "5");
        StubProviderControl.respondWith(429, "17");
        assertUnavailable(speak(REQUEST.formatted(text)), "17");
        StubProviderControl.respondWithGarbage();
        assertUnavailable(speak(REQUEST.formatted(text)), "5");
        StubProviderControl.holdResponses();
        assertUnavailable(speak(REQUEST.formatted(text)), "5");
        StubProviderControl.behaveNormally();
        speak(REQUEST.formatted(text)).then().statusCode(200).body("cached", equalTo(false));
    }

    private static void assertUnavailable(Response answer, String retryAfter) {
        answer.then().statusCode(503).body("type", equalTo("/problems/speech-unavailable"));
        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
        assertThat(answer.asString()).doesNotContain("sorry");
    }

    private static Response speak(String body) {
        return post("/v1/speech", body);
    }

    private static String hash(String body) {
        return speak(body).then().statusCode(200).extract().path("hash");
    }

    private static HttpResponse<byte[]> fetch(Response speech) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(speech.jsonPath().getString("url")))
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private static String storeCalls() {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("parlance_storage_calls")
                        && !line.contains("call=\"bucket\"")
                        && !line.contains("call=\"list\""))
                .sorted()
                .toList()
                .toString();
    }

    private static double count(String answer) {
        String metric = "parlance_speech_requests_total{answer=\"%s\"".formatted(answer);
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}

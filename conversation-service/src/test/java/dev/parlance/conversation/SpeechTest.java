package dev.parlance.conversation;

import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.PlatformForTests;
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

/// Speech by an endpoint, from S3.
@QuarkusTest
@TestProfile(ProviderProfile.class)
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class SpeechTest {
    private static final String SAID = """
            {"text": "%s", "language": "ja", "voice": "rabbit", "format": "wav"}
            """;

    /// Of each test its own, or it would find what another has made.
    private final String text = "りんご " + id();

    @BeforeEach
    void aGoodProvider() {
        Provider.isGood();
    }

    @Test
    void theSameTextIsSpokenOnceAndFoundAfterThat() throws Exception {
        // When
        Response first = speak(SAID.formatted(text));
        Response second = speak(SAID.formatted(text));
        // Then
        first.then().statusCode(200).body("cached", equalTo(false)).body("contentType", equalTo("audio/wav"));
        second.then().statusCode(200).body("cached", equalTo(true));
        assertThat(second.jsonPath().getString("hash"))
                .isEqualTo(first.jsonPath().getString("hash"))
                .matches("[0-9a-f]{64}");
        assertThat(Provider.asked()).hasSize(1);
        HttpResponse<byte[]> sound = fetched(second);
        assertThat(sound.statusCode()).isEqualTo(200);
        assertThat(sound.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(sound.body()).hasSize(second.jsonPath().getInt("sizeBytes")).startsWith('R', 'I', 'F', 'F');
        assertThat(second.jsonPath().getInt("durationMs")).isEqualTo(100 * text.length());
    }

    @Test
    void theEndpointIsAskedInItsOwnNames() {
        speak("""
                {"text": "%s", "language": "ja", "voice": "bear", "speed": 0.8, "format": "ogg"}
                """.formatted(text)).then().statusCode(200).body("contentType", equalTo("audio/ogg"));
        assertThat(Provider.asked()).singleElement().isEqualTo("""
                        {"model":"tts-1","input":"%s","voice":"onyx","response_format":"opus","speed":0.8}""".formatted(text));
    }

    @Test
    void textThatSoundsTheSameIsTheSame() {
        String hash = hash(SAID.formatted(text));
        assertThat(hash(SAID.formatted("  " + text.replace(" ", "\\n\\t ") + "\u3000")))
                .isEqualTo(hash);
        assertThat(hash(SAID.formatted(text).replace("\"ja\"", "\"JA\""))).isEqualTo(hash);
        assertThat(hash(SAID.formatted(text).replace("\"format\"", "\"speed\": 1.00, \"format\"")))
                .isEqualTo(hash);
        assertThat(Provider.asked()).hasSize(1);
    }

    @Test
    void whatSoundsOtherwiseIsAnother() {
        String hash = hash(SAID.formatted(text));
        assertThat(hash(SAID.formatted(text + "!"))).isNotEqualTo(hash);
        assertThat(hash(SAID.formatted(text).replace("rabbit", "bear"))).isNotEqualTo(hash);
        assertThat(hash(SAID.formatted(text).replace("\"ja\"", "\"en\""))).isNotEqualTo(hash);
        assertThat(hash(SAID.formatted(text).replace("wav", "mp3"))).isNotEqualTo(hash);
        assertThat(hash(SAID.formatted(text).replace("\"format\"", "\"speed\": 1.5, \"format\"")))
                .isNotEqualTo(hash);
        assertThat(Provider.asked()).hasSize(6);
    }

    @Test
    void aSpeechIsFoundByItsHash() {
        String hash = hash(SAID.formatted(text));
        get("/v1/speech/" + hash)
                .then()
                .statusCode(200)
                .body("hash", equalTo(hash))
                .body("cached", equalTo(true));
        get("/v1/speech/" + "0".repeat(64)).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        get("/v1/speech/nonsense").then().statusCode(404);
    }

    @Test
    void aSpeechThatIsThereCostsNoCallOfTheStore() {
        // Given
        speak(SAID.formatted(text)).then().statusCode(200);
        String before = storeCalls();
        // When
        speak(SAID.formatted(text)).then().statusCode(200).body("cached", equalTo(true));
        // Then
        assertThat(storeCalls()).isEqualTo(before);
    }

    @Test
    void requestsAreCountedByWhetherTheyWereThere() {
        // Given
        double hits = count("hit");
        double made = count("made");
        // When
        speak(SAID.formatted(text));
        speak(SAID.formatted(text));
        speak(SAID.formatted(text));
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
    void whatCannotBeSaidIsRefusedAndNobodyIsAsked(String body, String field) {
        speak(body)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("field", equalTo(field));
        assertThat(Provider.asked()).isEmpty();
    }

    @Test
    void textThatIsTooLongIsRefusedWithItsLimit() {
        speak(SAID.formatted("a".repeat(4_001)))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/text-too-long"))
                .body("limit", equalTo(4_000));
    }

    @Test
    void whatTheEndpointWillNotSayIsRefusedByName() {
        Provider.answers(400);
        speak(SAID.formatted(text)).then().statusCode(422).body("type", equalTo("/problems/speech-refused"));
        Provider.isGood();
        speak(SAID.formatted(text)).then().statusCode(200).body("cached", equalTo(false));
    }

    @Test
    void anEndpointThatFailsIsToldWithTheTimeToComeBack() {
        Provider.answers(500);
        isAway(speak(SAID.formatted(text)), "5");
        Provider.answers(429, "17");
        isAway(speak(SAID.formatted(text)), "17");
        Provider.talksNonsense();
        isAway(speak(SAID.formatted(text)), "5");
        Provider.isSilent();
        isAway(speak(SAID.formatted(text)), "5");
        Provider.isGood();
        speak(SAID.formatted(text)).then().statusCode(200).body("cached", equalTo(false));
    }

    private static void isAway(Response answer, String retryAfter) {
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

    private static HttpResponse<byte[]> fetched(Response speech) throws IOException, InterruptedException {
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
                .filter(line -> line.startsWith("parlance_store_calls")
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

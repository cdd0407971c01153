package dev.parlance.conversation.speech.synthesis;

import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.speech.provider.ExternalCommand;
import dev.parlance.conversation.testing.Api;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Speech by espeak-ng, without a network. Skipped where espeak-ng is not installed; likewise for ffmpeg.
@QuarkusTest
@TestProfile(EspeakNgSpeechTest.WithoutEndpoint.class)
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class EspeakNgSpeechTest {
    private static final ExternalCommand PROBE = new ExternalCommand("it", Duration.ofSeconds(20));
    private static final boolean ESPEAK_NG_INSTALLED = PROBE.isAvailable("espeak-ng", "--version");
    private static final boolean FFMPEG_INSTALLED = PROBE.isAvailable("ffmpeg", "-version");

    /// The configuration of `./parlance up`.
    public static final class WithoutEndpoint implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parlance.synthesis.engine", "auto");
        }
    }

    @Test
    void withoutAnEngineSpeechIsAnswered503() {
        assumeFalse(ESPEAK_NG_INSTALLED, "espeak-ng is installed");
        speak("en", "").then().statusCode(503).body("type", equalTo("/problems/speech-unavailable"));
    }

    @Test
    void espeakNgSpeaksManyLanguages() {
        assumeTrue(ESPEAK_NG_INSTALLED, "espeak-ng is not installed");
        for (String language : List.of("en-GB", "en-AU", "ja", "ja-JP", "de", "fr", "es", "it", "pt-BR", "ko", "zh")) {
            speak(language, "")
                    .then()
                    .statusCode(200)
                    .body("contentType", equalTo("audio/wav"))
                    .body("durationMs", greaterThan(200));
        }
    }

    @Test
    void itSpeaksFasterAndInOtherVoices() {
        assumeTrue(ESPEAK_NG_INSTALLED, "espeak-ng is not installed");
        String text = "one two three four five six seven eight nine ten " + id();
        int usual = durationMs(text, "");
        int fast = durationMs(text, ", \"speed\": 2");
        assertThat(fast).isLessThan(usual * 3 / 4);
        speak("en", ", \"voice\": \"f3\"").then().statusCode(200);
        speak("en", ", \"voice\": \"nobody\"").then().statusCode(400).body("field", equalTo("voice"));
        speak("en", ", \"voice\": \"../../etc\"").then().statusCode(400);
        speak("tlh-x", "").then().statusCode(400).body("field", equalTo("language"));
    }

    @Test
    void textIsSpokenAndNeverExecuted() {
        assumeTrue(ESPEAK_NG_INSTALLED, "espeak-ng is not installed");
        assertThat(durationMs("-w /tmp/x $(id) `id` ; id | id", "")).isGreaterThan(500);
    }

    @Test
    void aFormatThatNeitherEngineNorConverterMakesIsRefused() {
        assumeTrue(ESPEAK_NG_INSTALLED, "espeak-ng is not installed");
        assumeFalse(FFMPEG_INSTALLED, "ffmpeg is installed");
        speak("en", ", \"format\": \"mp3\"")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/speech-format-unavailable"))
                .body("field", equalTo("format"));
    }

    @Test
    void otherFormatsAreConvertedFromOneSynthesis() {
        assumeTrue(ESPEAK_NG_INSTALLED, "espeak-ng is not installed");
        assumeTrue(FFMPEG_INSTALLED, "ffmpeg is not installed");
        String text = "hello " + id();
        int before = countCharacters();
        for (String format : List.of("mp3", "ogg", "flac", "wav")) {
            Response answer = say(text, "en", ", \"format\": \"%s\"".formatted(format));
            answer.then()
                    .statusCode(200)
                    .body("url", containsString(format.equals("wav") ? "/tts/" : "/processed/"))
                    .body("url", containsString("." + format));
            byte[] audio = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get(answer.jsonPath().getString("url"))
                    .asByteArray();
            assertThat(audio).hasSize(answer.jsonPath().getInt("sizeBytes"));
            say(text, "en", ", \"format\": \"%s\"".formatted(format)).then().body("cached", equalTo(true));
        }
        assertThat(countCharacters() - before).isEqualTo(text.length());
    }

    private static int durationMs(String text, String more) {
        return say(text, "en", more).then().statusCode(200).extract().path("durationMs");
    }

    private static Response speak(String language, String more) {
        return say("1, 2, 3 " + id(), language, more);
    }

    private static Response say(String text, String language, String more) {
        return post("/v1/speech", "{\"text\": \"%s\", \"language\": \"%s\"%s}".formatted(text, language, more));
    }

    /// Characters synthesized so far.
    private static int countCharacters() {
        return (int) Api.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("parlance_speech_characters_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}

package dev.parlance.conversation.speech.synthesis;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.speech.provider.StubProviderControl;
import dev.parlance.conversation.speech.provider.StubProviderProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The limits of speech in time and in characters.
@QuarkusTest
@TestProfile(StubProviderProfile.Strict.class)
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class SpeechLimitsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void resetProviderAndBudget() {
        StubProviderControl.behaveNormally();
        jdbi.useHandle(handle -> handle.execute("delete from speech_spent"));
        await().atMost(TIMEOUT).untilAsserted(() -> speak(id()).then().statusCode(200));
        jdbi.useHandle(handle -> handle.execute("delete from speech_spent"));
        StubProviderControl.behaveNormally();
    }

    @Test
    void theCircuitOfAFailingEndpointOpensAndTurnsAreNotAffected() {
        // Given
        StubProviderControl.respondWith(500);
        for (int call = 0; call < 8; call++) {
            speak(id()).then().statusCode(503).body("type", equalTo("/problems/speech-unavailable"));
        }
        assertThat(StubProviderControl.requests()).hasSizeLessThan(8);
        // Then it is called only now and then to test whether it works again
        await().atMost(TIMEOUT).untilAsserted(() -> {
            int asked = StubProviderControl.requests().size();
            speak(id()).then().statusCode(503);
            assertThat(StubProviderControl.requests()).hasSize(asked);
        });
        putTurn(createConversation(), id(), "{\"learnerText\": \"me gusta\"}")
                .then()
                .statusCode(201);
        // When
        StubProviderControl.behaveNormally();
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> speak(id()).then().statusCode(200));
    }

    @Test
    void aTenantsCharactersOfADayAreCountedAndOnlyNewSpeechIsRefused() {
        // Given a day that does not end during the test
        await().atMost(TIMEOUT).until(() -> LocalTime.now(ZoneOffset.UTC).isBefore(LocalTime.of(23, 59)));
        jdbi.useHandle(handle -> handle.execute(
                "insert into speech_spent values ('default', (now() at time zone 'utc')::date - 1, 1000000)"));
        String text = "a".repeat(100) + id();
        speak(text).then().statusCode(200).body("cached", equalTo(false));
        // When
        Response refused = speak("b".repeat(100));
        // Then
        refused.then()
                .statusCode(429)
                .body("type", equalTo("/problems/speech-budget-spent"))
                .body("limit", equalTo(200));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
        speak(text).then().statusCode(200).body("cached", equalTo(true));
        assertThat(StubProviderControl.requests()).hasSize(1);
    }

    @Test
    void failedSynthesesAreRefunded() {
        StubProviderControl.respondWith(400);
        for (int call = 0; call < 4; call++) {
            speak("c".repeat(150)).then().statusCode(422);
        }
        StubProviderControl.behaveNormally();
        speak("c".repeat(150)).then().statusCode(200);
    }

    private static Response speak(String text) {
        return post("/v1/speech", "{\"text\": \"%s\", \"language\": \"en\"}".formatted(text));
    }
}

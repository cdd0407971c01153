package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.PlatformForTests;
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

/// What speech may cost, in time and in characters.
@QuarkusTest
@TestProfile(ProviderProfile.Strict.class)
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class SpeechLimitsTest {
    private static final Duration SOON = Duration.ofSeconds(120);

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aGoodProviderAndAFreshDay() {
        Provider.isGood();
        jdbi.useHandle(handle -> handle.execute("delete from speech_spent"));
        await().atMost(SOON).untilAsserted(() -> speak(id()).then().statusCode(200));
        jdbi.useHandle(handle -> handle.execute("delete from speech_spent"));
        Provider.isGood();
    }

    @Test
    void anEndpointThatKeepsFailingIsLeftInPeaceAndNoTurnNotices() {
        // Given
        Provider.answers(500);
        for (int call = 0; call < 8; call++) {
            speak(id()).then().statusCode(503).body("type", equalTo("/problems/speech-unavailable"));
        }
        assertThat(Provider.asked()).hasSizeLessThan(8);
        // Then it is asked now and then whether it is back, and not by everybody
        await().atMost(SOON).untilAsserted(() -> {
            int asked = Provider.asked().size();
            speak(id()).then().statusCode(503);
            assertThat(Provider.asked()).hasSize(asked);
        });
        putTurn(aConversation(), id(), "{\"learnerText\": \"me gusta\"}").then().statusCode(201);
        // When
        Provider.isGood();
        // Then
        await().atMost(SOON).untilAsserted(() -> speak(id()).then().statusCode(200));
    }

    @Test
    void aTenantsCharactersOfADayAreCountedAndOnlyNewSpeechIsRefused() {
        // Given a day that does not end meanwhile
        await().atMost(SOON).until(() -> LocalTime.now(ZoneOffset.UTC).isBefore(LocalTime.of(23, 59)));
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
        assertThat(Provider.asked()).hasSize(1);
    }

    @Test
    void whatCouldNotBeSpokenIsNotPaid() {
        Provider.answers(400);
        for (int call = 0; call < 4; call++) {
            speak("c".repeat(150)).then().statusCode(422);
        }
        Provider.isGood();
        speak("c".repeat(150)).then().statusCode(200);
    }

    private static Response speak(String text) {
        return post("/v1/speech", "{\"text\": \"%s\", \"language\": \"en\"}".formatted(text));
    }
}

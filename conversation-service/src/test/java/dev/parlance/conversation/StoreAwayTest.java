package dev.parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.sound.Sounds;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An S3 that does not answer keeps no turn out, and sound knows when to come again.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
@TestProfile(StoreAwayTest.NobodyThere.class)
class StoreAwayTest {
    private static final byte[] SOUND = Sounds.wav(8_000);

    public static final class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("conversation.store.url", "http://127.0.0.1:1");
        }
    }

    @Test
    void turnsAreTakenInAndSoundIsAnswered503ByName() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        // When
        Response put = audio.put("audio/wav", SOUND);
        // Then
        isToComeAgain(put);
        audio.sides().then().body("items[0].state", equalTo("pending"));
    }

    @Test
    void whatAClientTellsOfIsRememberedUntilItCanBeLookedAt() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        audio.offer("audio/wav", SOUND).then().statusCode(200);
        // When
        Response told = audio.told("{}");
        // Then
        isToComeAgain(told);
        audio.sides().then().body("items[0].state", equalTo("uploaded"));
    }

    private static void isToComeAgain(Response answer) {
        answer.then().statusCode(503).body("type", equalTo("/problems/object-store-unavailable"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }
}

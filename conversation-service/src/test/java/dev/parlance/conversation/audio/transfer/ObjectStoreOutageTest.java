package dev.parlance.conversation.audio.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// While S3 is unavailable turns are accepted, and audio is answered 503 with Retry-After.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
@TestProfile(ObjectStoreOutageTest.UnreachableStore.class)
class ObjectStoreOutageTest {
    private static final byte[] AUDIO = SampleAudio.wav(8_000);

    public static final class UnreachableStore implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parlance.storage.url", "http://127.0.0.1:1");
        }
    }

    @Test
    void turnsAreAcceptedAndAudioIsAnswered503() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        // When
        Response put = audio.put("audio/wav", AUDIO);
        // Then
        assertRetryable(put);
        audio.sides().then().body("items[0].state", equalTo("pending"));
    }

    @Test
    void aReportedUploadStaysUploadedUntilItCanBeChecked() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        audio.requestUpload("audio/wav", AUDIO).then().statusCode(200);
        // When
        Response report = audio.reportUploaded("{}");
        // Then
        assertRetryable(report);
        audio.sides().then().body("items[0].state", equalTo("uploaded"));
    }

    private static void assertRetryable(Response answer) {
        answer.then().statusCode(503).body("type", equalTo("/problems/object-store-unavailable"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }
}

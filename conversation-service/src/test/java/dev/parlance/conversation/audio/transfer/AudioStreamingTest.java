package dev.parlance.conversation.audio.transfer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.testing.Api;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Uploads and downloads through the service.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class AudioStreamingTest {
    private static final byte[] AUDIO = SampleAudio.wav(16_000);
    private static final byte[] OTHER_AUDIO = SampleAudio.wav(16_001);

    @Inject
    ObjectStore store;

    @BeforeEach
    void makeBucket() {
        store.createBucketIfMissing();
    }

    @Test
    void audioIsUploadedThroughTheService() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        // When
        Response put = audio.put("audio/wav", AUDIO);
        // Then
        put.then().statusCode(201).body("state", equalTo("available")).body("durationMs", equalTo(2000));
        audio.put("audio/wav", AUDIO).then().statusCode(200).body("key", equalTo(put.path("key")));
        audio.put("audio/wav", OTHER_AUDIO).then().statusCode(409).body("type", equalTo("/problems/audio-differs"));
        audio.requestUpload("audio/wav", OTHER_AUDIO).then().statusCode(409);
        audio.put("/reply", "audio/wav", OTHER_AUDIO).then().statusCode(201);
        assertThat(store.list("raw/" + audio.conversation() + "/", "", 10)).hasSize(2);
        assertThat(store.head(put.path("key")).orElseThrow().metadata())
                .containsEntry("turn-id", audio.turn())
                .containsEntry("conversation-id", audio.conversation())
                .containsEntry("side", "learner")
                .containsEntry("content-type", "audio/wav")
                .containsKey("timestamp");
    }

    @Test
    void bytesThatAreNotAudioOrTooManyNeverReachS3() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        // When
        Response text = audio.put("audio/wav", new byte[10_000]);
        HttpResponse<byte[]> tooMuch = audio.putLarge("audio/wav", new byte[(25 << 20) + 1]);
        // Then
        text.then().statusCode(422).body("field", equalTo("contentType"));
        assertThat(tooMuch.statusCode()).isEqualTo(413);
        assertThat(new String(tooMuch.body(), UTF_8)).contains("/problems/request-too-large");
        audio.put("text/plain", AUDIO).then().statusCode(400).body("field", equalTo("contentType"));
        assertThat(store.list("raw/" + audio.conversation() + "/", "", 10)).isEmpty();
        audio.sides().then().body("items[0].state", equalTo("pending")).body("items[0].key", nullValue());
    }

    @Test
    void audioIsDownloadedWholeAndInRanges() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        audio.put("audio/wav", AUDIO).then().statusCode(201);
        // When
        Response whole = audio.get("?redirect=false");
        Response part = ranged(audio, "bytes=10-19");
        Response end = ranged(audio, "bytes=-5");
        Response beyond = ranged(audio, "bytes=%d-".formatted(AUDIO.length));
        // Then
        assertThat(whole.asByteArray()).isEqualTo(AUDIO);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.contentType()).isEqualTo("audio/wav");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(AUDIO, 10, 20));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-19/" + AUDIO.length);
        assertThat(end.asByteArray()).isEqualTo(Arrays.copyOfRange(AUDIO, AUDIO.length - 5, AUDIO.length));
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + AUDIO.length);
        assertThat(AudioApi.ofNewTurn().get("").jsonPath().getString("type")).isEqualTo("/problems/unknown-audio");
    }

    @Test
    void aHeadRequestHoldsNoStreamPermit() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        audio.put("audio/wav", AUDIO).then().statusCode(201);
        // When more requests than the stream limit
        for (int at = 0; at < 20; at++) {
            given().queryParam("redirect", false)
                    .head(audio.path("/learner"))
                    .then()
                    .statusCode(200)
                    .header("Content-Length", Integer.toString(AUDIO.length));
        }
        // Then
        assertThat(audio.get("?redirect=false").asByteArray()).isEqualTo(AUDIO);
    }

    @Test
    void tenConcurrentUploadsStoreOneObject() throws InterruptedException {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        // When
        List<Integer> statuses =
                Api.callConcurrently(10, _ -> audio.put("audio/wav", AUDIO).statusCode());
        // Then
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 200);
        assertThat(store.list("raw/" + audio.conversation() + "/", "", 20)).hasSize(1);
    }

    private static Response ranged(AudioApi audio, String range) {
        return given().header("Range", range).urlEncodingEnabled(false).get(audio.path("/learner") + "?redirect=false");
    }
}

package dev.parlance.conversation.audio.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.testing.Api;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Direct uploads to S3.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class AudioUploadTest {
    private static final byte[] AUDIO = SampleAudio.wav(16_000);

    @Inject
    ObjectStore store;

    @BeforeEach
    void makeBucket() {
        store.createBucketIfMissing();
    }

    @Test
    void audioUploadedToS3IsCheckedAndBecomesAvailable() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        offer.then()
                .statusCode(200)
                .body("method", equalTo("PUT"))
                .body("key", startsWith("raw/%s/%s-learner".formatted(audio.conversation(), audio.turn())))
                .body("headers.'Content-Type'", equalTo("audio/wav"));
        assertThat(AudioApi.upload(offer, AUDIO)).isEqualTo(200);
        // When
        Response report = audio.reportUploaded("{\"durationMs\": 2000}");
        // Then
        report.then()
                .statusCode(200)
                .body("state", equalTo("available"))
                .body("side", equalTo("learner"))
                .body("sizeBytes", equalTo(AUDIO.length))
                .body("sha256", equalTo(SampleAudio.sha256(AUDIO)))
                .body("durationMs", equalTo(2000));
        Response address = audio.get("");
        assertThat(address.statusCode()).isEqualTo(302);
        assertThat(AudioApi.bytes(address.header("Location"))).isEqualTo(AUDIO);
        assertThat(audio.sides().jsonPath().getList("items.state")).containsExactly("available", "pending");
    }

    @Test
    void aRepeatedReportHasTheSameAnswer() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        AudioApi.upload(offer, AUDIO);
        String key = offer.jsonPath().getString("key");
        String first = audio.reportUploaded("{\"key\": \"%s\"}".formatted(key)).asString();
        // When
        Response again = audio.reportUploaded("{\"key\": \"%s\"}".formatted(key));
        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first);
    }

    @Test
    void concurrentReportsNeverFindTheUploadMissing() throws InterruptedException {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        AudioApi.upload(audio.requestUpload("audio/wav", AUDIO), AUDIO);
        // When
        List<Integer> statuses =
                Api.callConcurrently(10, _ -> audio.reportUploaded("{}").statusCode());
        // Then
        assertThat(statuses).contains(200).doesNotContain(409);
        assertThat(audio.get("?redirect=false").asByteArray()).isEqualTo(AUDIO);
    }

    @Test
    void theHolderOfTheUrlCannotChangeCheckedAudio() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        byte[] other = Arrays.copyOf(AUDIO, AUDIO.length);
        other[other.length - 1]++;
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        AudioApi.upload(offer, AUDIO);
        audio.reportUploaded("{}").then().statusCode(200);
        // When
        AudioApi.upload(offer, other);
        // Then
        assertThat(audio.get("?redirect=false").asByteArray()).isEqualTo(AUDIO);
    }

    @Test
    void audioThatDiffersFromItsAnnouncementIsRefusedAndRemoved() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        byte[] other = Arrays.copyOf(AUDIO, AUDIO.length);
        other[100]++;
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        AudioApi.upload(offer, other);
        // When
        Response report = audio.reportUploaded("{}");
        // Then
        report.then()
                .statusCode(422)
                .body("type", equalTo("/problems/audio-refused"))
                .body("field", equalTo("sha256"));
        audio.sides().then().body("items[0].state", equalTo("refused")).body("items[0].reason", equalTo("sha256"));
        assertThat(store.list("raw/" + audio.conversation() + "/", "", 10)).isEmpty();
        // And another upload may follow
        Response second = audio.requestUpload("audio/wav", AUDIO);
        AudioApi.upload(second, AUDIO);
        audio.reportUploaded("{}").then().statusCode(200);
    }

    @Test
    void soManyUploadsOfOneSideMayBeRequestedWithinAnHour() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        for (int request = 1; request < 20; request++) {
            audio.requestUpload("audio/wav", AUDIO).then().statusCode(200);
        }
        // Then
        audio.requestUpload("audio/wav", AUDIO)
                .then()
                .statusCode(429)
                .body("type", equalTo("/problems/too-many-uploads"))
                .body("limit", equalTo(20))
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo(3_600)));
        // And each that was offered can be used
        AudioApi.upload(offer, AUDIO);
        audio.reportUploaded("{\"key\": \"%s\"}".formatted(offer.jsonPath().getString("key")))
                .then()
                .statusCode(200)
                .body("state", equalTo("available"));
    }

    @Test
    void theContentTypeIsComparedWithTheBytes() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        AudioApi.upload(audio.requestUpload("audio/ogg", AUDIO), AUDIO);
        // When
        Response report = audio.reportUploaded("{}");
        // Then
        report.then().statusCode(422).body("field", equalTo("contentType"));
    }

    @Test
    void aDurationThatTheContainerContradictsIsRefused() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        AudioApi.upload(audio.requestUpload("audio/wav", AUDIO), AUDIO);
        // When
        Response report = audio.reportUploaded("{\"durationMs\": 60000}");
        // Then
        report.then().statusCode(422).body("field", equalTo("durationMs"));
    }

    @Test
    void theClientsDurationCountsIfTheContainerStatesNone() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        byte[] webm = SampleAudio.webm(null);
        AudioApi.upload(audio.requestUpload("audio/webm;codecs=opus", webm), webm);
        // When
        Response report = audio.reportUploaded("{\"durationMs\": 4200}");
        // Then
        report.then().statusCode(200).body("durationMs", equalTo(4200)).body("contentType", equalTo("audio/webm"));
    }

    @Test
    void aReportWithoutObjectIsRefusedAndTheUploadMayFollow() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        audio.reportUploaded("{}").then().statusCode(409).body("type", equalTo("/problems/audio-not-uploaded"));
        // When
        AudioApi.upload(offer, AUDIO);
        // Then
        audio.reportUploaded("{}").then().statusCode(200);
    }

    @Test
    void anUploadIsOfferedUnderANewKeyEachTimeAndOnlyForAcceptedAudio() {
        AudioApi audio = AudioApi.ofNewTurn();
        String sha = SampleAudio.sha256(AUDIO);
        assertThat(audio.requestUpload("audio/wav", AUDIO).jsonPath().getString("key"))
                .isNotEqualTo(audio.requestUpload("audio/wav", AUDIO).jsonPath().getString("key"));
        audio.requestUpload("video/mp4", 10, sha).then().statusCode(400).body("field", equalTo("contentType"));
        audio.requestUpload("audio/wav", 0, sha).then().statusCode(400).body("field", equalTo("sizeBytes"));
        audio.requestUpload("audio/wav", 10, "abc").then().statusCode(400).body("field", equalTo("sha256"));
        audio.requestUpload("audio/wav", (25L << 20) + 1, sha)
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/audio-too-large"))
                .body("limit", equalTo(25 << 20));
        Api.post(audio.path("/partner:upload"), "{}").then().statusCode(404);
        Api.post(
                        "/v1/conversations/%s/turns/%s/audio/learner:upload".formatted(audio.conversation(), Api.id()),
                        """
                {"contentType": "audio/wav", "sizeBytes": 10, "sha256": "%s"}
                """.formatted(sha))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-turn"));
    }
}

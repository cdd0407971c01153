package dev.parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.conversation.sound.Sounds;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sound that clients bring to S3 by themselves.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class AudioTest {
    private static final byte[] SOUND = Sounds.wav(16_000);

    @Inject
    ObjectStore store;

    @BeforeEach
    void makeBucket() {
        store.ensureBucket();
    }

    @Test
    void soundThatAClientBringsToS3IsCheckedAndAvailable() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        Response offer = audio.offer("audio/wav", SOUND);
        offer.then()
                .statusCode(200)
                .body("method", equalTo("PUT"))
                .body("key", startsWith("raw/%s/%s-learner".formatted(audio.conversation(), audio.turn())))
                .body("headers.'Content-Type'", equalTo("audio/wav"));
        assertThat(AudioApi.upload(offer, SOUND)).isEqualTo(200);
        // When
        Response told = audio.told("{\"durationMs\": 2000}");
        // Then
        told.then()
                .statusCode(200)
                .body("state", equalTo("available"))
                .body("side", equalTo("learner"))
                .body("sizeBytes", equalTo(SOUND.length))
                .body("sha256", equalTo(Sounds.sha256(SOUND)))
                .body("durationMs", equalTo(2000));
        Response address = audio.get("");
        assertThat(address.statusCode()).isEqualTo(302);
        assertThat(AudioApi.bytes(address.header("Location"))).isEqualTo(SOUND);
        assertThat(audio.sides().jsonPath().getList("items.state")).containsExactly("available", "pending");
    }

    @Test
    void toldAgainItSaysTheSame() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        Response offer = audio.offer("audio/wav", SOUND);
        AudioApi.upload(offer, SOUND);
        String key = offer.jsonPath().getString("key");
        String first = audio.told("{\"key\": \"%s\"}".formatted(key)).asString();
        // When
        Response again = audio.told("{\"key\": \"%s\"}".formatted(key));
        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first);
    }

    @Test
    void toldByManyAtOnceItIsNeverSaidToBeMissing() throws InterruptedException {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        AudioApi.upload(audio.offer("audio/wav", SOUND), SOUND);
        // When
        List<Integer> statuses = Api.atOnce(10, _ -> audio.told("{}").statusCode());
        // Then
        assertThat(statuses).contains(200).doesNotContain(409);
        assertThat(audio.get("?redirect=false").asByteArray()).isEqualTo(SOUND);
    }

    @Test
    void whoeverStillHoldsTheUrlCannotChangeWhatWasChecked() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        byte[] other = Arrays.copyOf(SOUND, SOUND.length);
        other[other.length - 1]++;
        Response offer = audio.offer("audio/wav", SOUND);
        AudioApi.upload(offer, SOUND);
        audio.told("{}").then().statusCode(200);
        // When
        AudioApi.upload(offer, other);
        // Then
        assertThat(audio.get("?redirect=false").asByteArray()).isEqualTo(SOUND);
    }

    @Test
    void whatIsNotWhatWasAnnouncedIsRefusedByNameAndRemoved() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        byte[] other = Arrays.copyOf(SOUND, SOUND.length);
        other[100]++;
        Response offer = audio.offer("audio/wav", SOUND);
        AudioApi.upload(offer, other);
        // When
        Response told = audio.told("{}");
        // Then
        told.then()
                .statusCode(422)
                .body("type", equalTo("/problems/audio-refused"))
                .body("field", equalTo("sha256"));
        audio.sides().then().body("items[0].state", equalTo("refused")).body("items[0].reason", equalTo("sha256"));
        assertThat(store.list("raw/" + audio.conversation() + "/", "", 10)).isEmpty();
        // And another upload may follow
        Response second = audio.offer("audio/wav", SOUND);
        AudioApi.upload(second, SOUND);
        audio.told("{}").then().statusCode(200);
    }

    @Test
    void aTypeIsNotBelievedButLookedAt() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        AudioApi.upload(audio.offer("audio/ogg", SOUND), SOUND);
        // When
        Response told = audio.told("{}");
        // Then
        told.then().statusCode(422).body("field", equalTo("contentType"));
    }

    @Test
    void aDurationThatTheContainerContradictsIsRefused() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        AudioApi.upload(audio.offer("audio/wav", SOUND), SOUND);
        // When
        Response told = audio.told("{\"durationMs\": 60000}");
        // Then
        told.then().statusCode(422).body("field", equalTo("durationMs"));
    }

    @Test
    void whereAContainerSaysNothingTheClientIsBelieved() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        byte[] webm = Sounds.webm(null);
        AudioApi.upload(audio.offer("audio/webm;codecs=opus", webm), webm);
        // When
        Response told = audio.told("{\"durationMs\": 4200}");
        // Then
        told.then().statusCode(200).body("durationMs", equalTo(4200)).body("contentType", equalTo("audio/webm"));
    }

    @Test
    void whatWasNotUploadedIsSaidAndMayStillBe() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        Response offer = audio.offer("audio/wav", SOUND);
        audio.told("{}").then().statusCode(409).body("type", equalTo("/problems/audio-not-uploaded"));
        // When
        AudioApi.upload(offer, SOUND);
        // Then
        audio.told("{}").then().statusCode(200);
    }

    @Test
    void anUploadIsOfferedUnderANewKeyEachTimeAndOnlyForSoundThatIsTaken() {
        AudioApi audio = AudioApi.ofATurn();
        String sha = Sounds.sha256(SOUND);
        assertThat(audio.offer("audio/wav", SOUND).jsonPath().getString("key"))
                .isNotEqualTo(audio.offer("audio/wav", SOUND).jsonPath().getString("key"));
        audio.offer("video/mp4", 10, sha).then().statusCode(400).body("field", equalTo("contentType"));
        audio.offer("audio/wav", 0, sha).then().statusCode(400).body("field", equalTo("sizeBytes"));
        audio.offer("audio/wav", 10, "abc").then().statusCode(400).body("field", equalTo("sha256"));
        audio.offer("audio/wav", (25L << 20) + 1, sha)
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

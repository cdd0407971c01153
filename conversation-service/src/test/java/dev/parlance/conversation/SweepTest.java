package dev.parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.sound.Sounds;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.ObjectStore.Content;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class SweepTest {
    private static final byte[] SOUND = Sounds.wav(8_000);
    private static final Duration PAST_THE_GRACE = Duration.ofHours(2);
    private static final Duration PAST_EVERYTHING = Duration.ofDays(400);

    @Inject
    ObjectStore store;

    @BeforeEach
    void makeBucketAndBeginWithNothingLeft() {
        store.ensureBucket();
        TestClock.get().forward(PAST_EVERYTHING);
        sweep("{}");
        TestClock.get().reset();
    }

    @AfterEach
    void setTheClock() {
        TestClock.get().reset();
    }

    @Test
    void anUploadThatNobodyTellsOfIsGivenUp() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        Response offer = audio.offer("audio/wav", SOUND);
        AudioApi.upload(offer, SOUND);
        TestClock.get().forward(PAST_THE_GRACE);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertThat(report.getLong("abandoned")).isEqualTo(1);
        assertThat(store.head(offer.path("key"))).isEmpty();
        audio.sides().then().body("items[0].state", equalTo("expired")).body("items[0].reason", equalTo("never-told"));
        audio.told("{}").then().statusCode(409);
    }

    @Test
    void soundIsKeptForItsTimeAndNotLonger() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        String key = audio.put("audio/wav", SOUND).path("key");
        TestClock.get().forward(Duration.ofDays(89));
        assertThat(sweep("{}").getLong("expired")).isZero();
        assertThat(store.head(key)).isPresent();
        TestClock.get().forward(Duration.ofDays(2));
        // When
        JsonPath dry = sweep("{\"dryRun\": true}");
        boolean thereAfterALook = store.head(key).isPresent();
        JsonPath report = sweep("{}");
        // Then
        assertThat(dry.getLong("expired")).isEqualTo(1);
        assertThat(dry.getLong("bytes")).isEqualTo(SOUND.length);
        assertThat(thereAfterALook).isTrue();
        assertThat(report.getLong("expired")).isEqualTo(1);
        assertThat(store.head(key)).isEmpty();
        audio.get("").then().statusCode(404).body("type", equalTo("/problems/unknown-audio"));
    }

    @Test
    void whatHasLostItsOtherHalfIsFoundAndHealed() throws IOException {
        // Given an object without a row, and a row without an object
        AudioApi audio = AudioApi.ofATurn();
        String missing = audio.put("audio/wav", SOUND).path("key");
        String orphan = "raw/%s/nobody-knows.wav".formatted(audio.conversation());
        store.put(orphan, new Content(new ByteArrayInputStream(SOUND), SOUND.length, "audio/wav", Map.of()));
        String spoken = "tts/" + Sounds.sha256(SOUND) + ".wav";
        store.put(spoken, new Content(new ByteArrayInputStream(SOUND), SOUND.length, "audio/wav", Map.of()));
        store.delete(missing);
        assertThat(sweep("{}").getLong("orphanObjects")).as("while it is young").isZero();
        TestClock.get().forward(PAST_THE_GRACE);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertThat(report.getLong("orphanObjects")).isEqualTo(1);
        assertThat(report.getLong("missingObjects")).isEqualTo(1);
        assertThat(store.head(orphan)).isEmpty();
        assertThat(store.head(spoken)).as("the speech cache is kept").isPresent();
        audio.sides()
                .then()
                .body("items[0].state", equalTo("expired"))
                .body("items[0].reason", equalTo("object-missing"));
        assertThat(sweep("{}").getLong("orphanObjects")).isZero();
    }

    @Test
    void whatAUrlStoredAfterItsSoundWasCheckedIsSwept() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        Response offer = audio.offer("audio/wav", SOUND);
        AudioApi.upload(offer, SOUND);
        audio.told("{}").then().statusCode(200);
        AudioApi.upload(offer, SOUND);
        TestClock.get().forward(PAST_THE_GRACE);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertThat(report.getLong("orphanObjects")).isEqualTo(1);
        TestClock.get().reset();
        assertThat(audio.get("?redirect=false").asByteArray()).isEqualTo(SOUND);
    }

    private static JsonPath sweep(String order) {
        Response ordered = Api.post("/v1/admin/audio/sweeps", order);
        ordered.then().statusCode(202);
        String path = ordered.header("Location");
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> Api.get(path).then().body("status", equalTo("completed")));
        return Api.get(path).jsonPath();
    }
}

package dev.parlance.conversation.audio.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.audio.bucket.BucketMarkers;
import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.audio.transfer.AudioApi;
import dev.parlance.conversation.testing.Api;
import dev.parlance.conversation.testing.TestDatabaseClock;
import dev.parlance.kit.testing.TestPlatform;
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
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class SweepResourceTest {
    private static final byte[] AUDIO = SampleAudio.wav(8_000);
    private static final Duration BEYOND_GRACE_PERIOD = Duration.ofHours(2);
    private static final Duration BEYOND_RETENTION = Duration.ofDays(400);

    @Inject
    ObjectStore store;

    @BeforeEach
    void adoptBucketAndSweepEverything() {
        BucketMarkers.adopt();
        TestDatabaseClock.advance(BEYOND_RETENTION);
        sweep("{}");
        TestDatabaseClock.reset();
    }

    @AfterEach
    void resetClock() {
        TestDatabaseClock.reset();
    }

    @Test
    void anUploadThatIsNotReportedIsGivenUp() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        AudioApi.upload(offer, AUDIO);
        TestDatabaseClock.advance(BEYOND_GRACE_PERIOD);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertThat(report.getLong("abandoned")).isEqualTo(1);
        assertThat(store.head(offer.path("key"))).isEmpty();
        audio.sides().then().body("items[0].state", equalTo("expired")).body("items[0].reason", equalTo("never-told"));
        audio.reportUploaded("{}").then().statusCode(409);
    }

    @Test
    void audioIsRemovedAfterItsRetention() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        String key = audio.put("audio/wav", AUDIO).path("key");
        TestDatabaseClock.advance(Duration.ofDays(89));
        assertThat(sweep("{}").getLong("expired")).isZero();
        assertThat(store.head(key)).isPresent();
        TestDatabaseClock.advance(Duration.ofDays(2));
        // When
        JsonPath dryRun = sweep("{\"dryRun\": true}");
        boolean existsAfterDryRun = store.head(key).isPresent();
        JsonPath report = sweep("{}");
        // Then
        assertThat(dryRun.getLong("expired")).isEqualTo(1);
        assertThat(dryRun.getLong("bytes")).isEqualTo(AUDIO.length);
        assertThat(existsAfterDryRun).isTrue();
        assertThat(report.getLong("expired")).isEqualTo(1);
        assertThat(store.head(key)).isEmpty();
        audio.get("").then().statusCode(404).body("type", equalTo("/problems/unknown-audio"));
    }

    @Test
    void orphanObjectsAreDeletedAndRowsWithoutObjectExpire() throws IOException {
        // Given an object without a row, and a row without an object
        AudioApi audio = AudioApi.ofNewTurn();
        String missing = audio.put("audio/wav", AUDIO).path("key");
        String orphan = "raw/%s/nobody-knows.wav".formatted(audio.conversation());
        store.put(orphan, new Content(new ByteArrayInputStream(AUDIO), AUDIO.length, "audio/wav", Map.of()));
        String spoken = "tts/" + SampleAudio.sha256(AUDIO) + ".wav";
        store.put(spoken, new Content(new ByteArrayInputStream(AUDIO), AUDIO.length, "audio/wav", Map.of()));
        store.delete(missing);
        assertThat(sweep("{}").getLong("orphanObjects")).as("while it is young").isZero();
        TestDatabaseClock.advance(BEYOND_GRACE_PERIOD);
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
    void anObjectWrittenAfterTheCheckIsSwept() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        AudioApi.upload(offer, AUDIO);
        audio.reportUploaded("{}").then().statusCode(200);
        AudioApi.upload(offer, AUDIO);
        TestDatabaseClock.advance(BEYOND_GRACE_PERIOD);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertThat(report.getLong("orphanObjects")).isEqualTo(1);
        TestDatabaseClock.reset();
        assertThat(audio.get("?redirect=false").asByteArray()).isEqualTo(AUDIO);
    }

    private static JsonPath sweep(String body) {
        Response created = Api.post("/v1/admin/audio/sweeps", body);
        created.then().statusCode(202);
        String path = created.header("Location");
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> Api.get(path).then().body("status", equalTo("completed")));
        return Api.get(path).jsonPath();
    }
}

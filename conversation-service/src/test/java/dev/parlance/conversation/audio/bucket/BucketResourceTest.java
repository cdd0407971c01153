package dev.parlance.conversation.audio.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.audio.storage.StorageConfig;
import dev.parlance.conversation.audio.storage.StoredObject;
import dev.parlance.conversation.audio.transfer.AudioApi;
import dev.parlance.conversation.testing.Api;
import dev.parlance.kit.testing.TestPlatform;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which buckets this installation takes, and which only after an order.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class BucketResourceTest {
    private static final byte[] AUDIO = SampleAudio.wav(8_000);
    private static final String BUCKET = "/v1/admin/audio/bucket";

    @Inject
    ObjectStore store;

    @Inject
    StorageConfig config;

    @Inject
    CheckBucket checkBucket;

    @Inject
    Installations installations;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    @AfterEach
    void adoptBucket() {
        BucketMarkers.adopt();
    }

    @Test
    void anEmptyBucketIsTakenWhileTheDatabaseHasNoAudio() {
        // Given
        emptyDatabase();
        removeBucket();
        // When
        BucketState state = checkBucket.check();
        // Then
        assertThat(state).isEqualTo(BucketState.OWN);
        assertThat(store.head(BucketMarker.KEY)).isPresent();
    }

    @Test
    void aBucketIsNotCreatedWhileTheDatabaseHasAudio() {
        // Given
        AudioApi.ofNewTurn().put("audio/wav", AUDIO).then().statusCode(201);
        removeBucket();
        // When
        BucketState missing = checkBucket.check();
        boolean created = store.bucketExists();
        store.createBucketIfMissing();
        BucketState empty = checkBucket.check();
        // Then
        assertThat(missing).isEqualTo(BucketState.MISSING);
        assertThat(created).isFalse();
        assertThat(empty).isEqualTo(BucketState.EMPTY);
        assertThat(store.head(BucketMarker.KEY)).isEmpty();
        AudioApi.ofNewTurn()
                .put("audio/wav", AUDIO)
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/object-store-unavailable"));
    }

    @Test
    void aBucketWithObjectsAndNoIdIsTakenByAnOrderOnly() {
        // Given
        AudioApi.ofNewTurn().put("audio/wav", AUDIO).then().statusCode(201);
        store.delete(BucketMarker.KEY);
        Api.get(BUCKET).then().body("state", equalTo("unmarked"), "advice", containsString("audio adopt"));
        // When
        BucketMarkers.adopt();
        // Then
        Api.get(BUCKET).then().body("state", equalTo("own"));
    }

    @Test
    void nothingIsStoredInAForeignBucket() throws IOException {
        // Given
        BucketMarkers.writeForeign(store);
        Api.get(BUCKET).then().body("state", equalTo("foreign"), "advice", containsString("PARLANCE_S3_BUCKET"));
        AudioApi audio = AudioApi.ofNewTurn();
        // When
        int put = audio.put("audio/wav", AUDIO).statusCode();
        int offer = audio.requestUpload("audio/wav", AUDIO).statusCode();
        // Then
        assertThat(List.of(put, offer)).containsOnly(503);
    }

    @Test
    void aRestoredDatabaseStillTakesAudio() throws IOException {
        // Given
        BucketMarkers.writeUnknownMark(store, jdbi);
        Api.get(BUCKET).then().body("state", equalTo("restored"));
        // When
        int put = AudioApi.ofNewTurn().put("audio/wav", AUDIO).statusCode();
        // Then
        assertThat(put).isEqualTo(201);
    }

    @Test
    void anAdoptedBucketHasANewIdAndOneThatIsOwnKeepsIts() throws IOException {
        // Given
        String before = Api.get(BUCKET).path("installationId");
        Api.post(BUCKET + ":adopt", "").then().body("installationId", equalTo(before));
        BucketMarkers.writeUnknownMark(store, jdbi);
        // When
        BucketMarkers.adopt();
        // Then
        Api.get(BUCKET).then().body("installationId", not(equalTo(before)), "state", equalTo("own"));
    }

    @Test
    void everyMarkIsInTheDatabaseBeforeItIsInTheBucket() {
        // Given
        UUID first = installations.get().newestMark();
        // When
        checkBucket.mark();
        UUID lost = installations.addMark(UUID.randomUUID()).newestMark(); // it never arrives
        BucketState state = checkBucket.check();
        checkBucket.mark();
        // Then
        assertThat(installations.get().marks()).contains(first);
        assertThat(state).isEqualTo(BucketState.OWN);
        assertThat(installations.get().newestMark()).as("it is written again").isEqualTo(lost);
        assertThat(checkBucket.check()).isEqualTo(BucketState.OWN);
    }

    private void emptyDatabase() {
        jdbi.useHandle(handle -> handle.execute("delete from audio"));
    }

    /// Repeated: the service may write its id into an empty bucket before that is removed.
    private void removeBucket() {
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().untilAsserted(() -> {
            for (StoredObject object : store.list("", "", 1_000)) {
                store.delete(object.key());
            }
            minio().removeBucket(
                            RemoveBucketArgs.builder().bucket(config.bucket()).build());
        });
    }

    private MinioClient minio() {
        return MinioClient.builder()
                .endpoint(config.url().toString())
                .region(config.region())
                .credentials(
                        config.accessKey().orElseThrow(), config.secretKey().orElseThrow())
                .build();
    }
}

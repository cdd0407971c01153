package dev.parlance.conversation.audio.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;

import dev.parlance.conversation.audio.bucket.BucketMarkers;
import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.audio.transfer.AudioApi;
import dev.parlance.conversation.testing.Api;
import dev.parlance.conversation.testing.TestClock;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a sweep does not remove.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class SweepLimitsTest {
    private static final byte[] AUDIO = SampleAudio.wav(8_000);
    private static final int MANY = 120;
    private static final int ALLOWED = 100;
    private static final Duration BEYOND_GRACE_PERIOD = Duration.ofHours(2);
    private static final Duration BEYOND_RETENTION = Duration.ofDays(400);

    @Inject
    ObjectStore store;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void removeEverything() {
        BucketMarkers.adopt();
        TestDatabaseClock.advance(BEYOND_RETENTION);
        sweep("{\"force\": true}");
        TestDatabaseClock.reset();
    }

    @AfterEach
    void resetClocksAndBucket() {
        TestClock.get().reset();
        TestDatabaseClock.reset();
        BucketMarkers.adopt();
    }

    @Test
    void aSweepOfAForeignBucketRemovesNothing() throws IOException {
        // Given
        Losses losses = new Losses();
        BucketMarkers.writeForeign(store);
        // When
        JsonPath report = sweep("{\"force\": true}");
        // Then
        assertRefused(report, "belongs to another installation", "audio adopt");
        losses.assertUntouched();
    }

    @Test
    void aSweepOfARestoredDatabaseRemovesNothingUntilTheBucketIsAdopted() throws IOException {
        // Given
        Losses losses = new Losses();
        BucketMarkers.writeUnknownMark(store, jdbi);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertRefused(report, "one of them was restored", "audio adopt");
        losses.assertUntouched();
        BucketMarkers.adopt();
        assertThat(sweep("{}").getLong("orphanObjects")).isEqualTo(1);
    }

    @Test
    void moreThanAShareOfTheObjectsIsRemovedByAnOrderOnly() throws IOException {
        // Given
        List<String> orphans = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            orphans.add(putOrphan());
        }
        TestDatabaseClock.advance(BEYOND_GRACE_PERIOD);
        // When
        JsonPath refused = sweep("{}");
        // Then
        assertRefused(refused, "%d of %d objects have no row".formatted(MANY, MANY), "audio sweep --force");
        assertThat(orphans).allSatisfy(key -> assertThat(store.head(key)).isPresent());
        // When
        JsonPath forced = sweep("{\"force\": true}");
        // Then
        assertThat(forced.getString("status")).isEqualTo("completed");
        assertThat(forced.getLong("orphanObjects")).isEqualTo(MANY);
        assertThat(orphans).allSatisfy(key -> assertThat(store.head(key)).isEmpty());
    }

    @Test
    void moreThanAShareOfTheRowsIsMarkedAsMissingByAnOrderOnly() {
        // Given
        insertAvailable(MANY, Duration.ofDays(30));
        TestDatabaseClock.advance(BEYOND_GRACE_PERIOD);
        // When
        JsonPath refused = sweep("{}");
        // Then
        assertRefused(refused, "%d of %d rows have no object".formatted(MANY, MANY), "audio sweep --force");
        assertThat(countAvailable()).isEqualTo(MANY);
        assertThat(sweep("{\"force\": true}").getLong("missingObjects")).isEqualTo(MANY);
    }

    @Test
    void expiryGoesOnAtALimitedPace() {
        // Given
        insertAvailable(MANY, Duration.ofDays(-1));
        // When
        JsonPath first = sweep("{}");
        JsonPath second = sweep("{}");
        // Then
        assertThat(first.getString("status")).isEqualTo("completed");
        assertThat(first.getLong("expired")).isEqualTo(ALLOWED);
        assertThat(second.getLong("expired")).isEqualTo(MANY - ALLOWED);
        assertThat(countAvailable()).isZero();
    }

    @Test
    void theClockOfThisMachineMakesNothingOld() throws IOException {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        String key = audio.put("audio/wav", AUDIO).path("key");
        audio.requestUpload("audio/wav", AUDIO);
        String orphan = putOrphan();
        TestClock.get().advance(BEYOND_RETENTION);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertThat(report.getString("status")).isEqualTo("completed");
        assertThat(report.getLong("expired") + report.getLong("abandoned") + report.getLong("orphanObjects"))
                .isZero();
        assertThat(store.head(key)).isPresent();
        assertThat(store.head(orphan)).isPresent();
    }

    @Test
    void anObjectThatWasThoughtMissingStaysUntilItsRetentionIsOver() {
        // Given
        String key = AudioApi.ofNewTurn().put("audio/wav", AUDIO).path("key");
        jdbi.useHandle(handle ->
                handle.execute("update audio set state = 'expired', reason = 'object-missing' where key = ?", key));
        TestDatabaseClock.advance(BEYOND_GRACE_PERIOD);
        // When
        JsonPath report = sweep("{}");
        // Then
        assertThat(report.getLong("orphanObjects")).isZero();
        assertThat(store.head(key)).isPresent();
        // When
        TestDatabaseClock.advance(BEYOND_RETENTION);
        sweep("{}");
        // Then
        assertThat(store.head(key)).isEmpty();
    }

    /// An old object without a row and an old row without an object.
    private final class Losses {
        private final String orphan;
        private final AudioApi audio = AudioApi.ofNewTurn();

        Losses() throws IOException {
            orphan = putOrphan();
            String missing = audio.put("audio/wav", AUDIO).path("key");
            store.delete(missing);
            TestDatabaseClock.advance(BEYOND_GRACE_PERIOD);
        }

        void assertUntouched() {
            assertThat(store.head(orphan)).isPresent();
            audio.sides().then().body("items[0].state", Matchers.equalTo("available"));
        }
    }

    private String putOrphan() throws IOException {
        String key = "raw/%s/nobody-knows.wav".formatted(UUID.randomUUID());
        store.put(key, new Content(new ByteArrayInputStream(AUDIO), AUDIO.length, "audio/wav", Map.of()));
        return key;
    }

    /// Rows without objects.
    ///
    /// @param left time until they expire
    private void insertAvailable(int count, Duration left) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into audio (key, tenant, conversation_id, turn_id, side, class, state, content_type,
                                           size_bytes, sha256, requested_at, uploaded_at, expires_at)
                        select 'raw/' || gen_random_uuid() || '.wav', 'default', gen_random_uuid(), gen_random_uuid(),
                               'learner', 'raw', 'available', 'audio/wav', 1, ''::bytea, clock_timestamp(),
                               clock_timestamp(), clock_timestamp() + :seconds * interval '1 second'
                        from generate_series(1, :count)
                        """)
                .bind("count", count)
                .bind("seconds", left.toSeconds())
                .execute());
    }

    private long countAvailable() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audio where state = 'available'")
                .mapTo(Long.class)
                .one());
    }

    private static void assertRefused(JsonPath report, String... contents) {
        assertThat(report.getString("status")).isEqualTo("failed");
        assertThat(report.getString("error")).contains(contents);
        Api.get("/q/metrics").then().body(Matchers.containsString("parlance_audio_sweeps_refused_total"));
    }

    private static JsonPath sweep(String body) {
        Response created = Api.post("/v1/admin/audio/sweeps", body);
        created.then().statusCode(202);
        String path = created.header("Location");
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> Api.get(path).then().body("status", not(Matchers.equalTo("running"))));
        return Api.get(path).jsonPath();
    }
}

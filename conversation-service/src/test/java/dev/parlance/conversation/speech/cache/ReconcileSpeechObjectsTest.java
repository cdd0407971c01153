package dev.parlance.conversation.speech.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.audio.bucket.BucketMarkers;
import dev.parlance.conversation.audio.retention.ForcedSweepCompleted;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.speech.engine.ConfiguredSpeechEngine;
import dev.parlance.conversation.speech.provider.StubProviderControl;
import dev.parlance.conversation.speech.provider.StubProviderProfile;
import dev.parlance.conversation.speech.synthesis.NewSpeech;
import dev.parlance.conversation.speech.synthesis.SpeechWorkers;
import dev.parlance.conversation.testing.TestDatabaseClock;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows without objects and objects without rows.
@QuarkusTest
@TestProfile(StubProviderProfile.class)
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class ReconcileSpeechObjectsTest {
    private static final int MANY = 120;

    @Inject
    ReconcileSpeechObjects reconcile;

    @Inject
    SpeechWorkers workers;

    @Inject
    Speeches speeches;

    @Inject
    ObjectStore store;

    @Inject
    ConfiguredSpeechEngine engines;

    @Inject
    Clock clock;

    @BeforeEach
    void resetProvider() {
        StubProviderControl.behaveNormally();
        BucketMarkers.adopt();
    }

    /// Other tests of this profile use the same bucket.
    @AfterEach
    void resetClockAndBucket() {
        TestDatabaseClock.reset();
        BucketMarkers.adopt();
    }

    @Test
    void oldOrphanObjectsAndRowsWithoutObjectAreDeleted() throws Exception {
        // Given
        Speech whole = make();
        Speech lost = make();
        store.delete(lost.key());
        String orphan = "tts/%s.mp3".formatted("e".repeat(64));
        store.put(orphan, new Content(new ByteArrayInputStream(new byte[3]), 3, "audio/mpeg", Map.of()));
        // When
        reconcile.reconcile();
        // Then
        assertThat(speeches.find(lost.hash())).isPresent();
        assertThat(store.head(orphan)).isPresent();
        // When
        TestDatabaseClock.advance(Duration.ofDays(2));
        reconcile.reconcile();
        // Then
        assertThat(speeches.find(lost.hash())).isEmpty();
        assertThat(store.head(orphan)).isEmpty();
        assertThat(speeches.find(whole.hash())).contains(whole);
        assertThat(store.head(whole.key())).isPresent();
    }

    @Test
    void rowsOfConvertedSpeechWithoutObjectAreDeletedToo() throws Exception {
        // Given the row of a conversion whose object was swept after a shorter retention
        Speech spoken = make();
        String hash = "c".repeat(64);
        String key = "processed/%s-%s.wav".formatted(hash, UUID.randomUUID());
        Speech converted = new Speech(
                hash,
                key,
                "audio/wav",
                spoken.sizeBytes(),
                null,
                clock.instant().plus(Duration.ofDays(20)));
        SpeechRequest other = newRequest();
        var request = new SpeechRequest("default", other.engine(), other.utterance(), hash);
        UUID lockId =
                speeches.acquireLock(request, UUID.randomUUID()).orElseThrow().id();
        assertThat(speeches.markMade(lockId, converted)).isTrue();
        TestDatabaseClock.advance(Duration.ofDays(2));
        assertThat(speeches.find(hash)).isPresent();
        // When
        reconcile.reconcile();
        // Then
        assertThat(speeches.find(hash)).isEmpty();
        assertThat(speeches.find(spoken.hash())).isPresent();
    }

    @Test
    void nothingIsRemovedFromAForeignBucket() throws Exception {
        // Given
        Speech lost = make();
        store.delete(lost.key());
        String orphan = putOrphan(1);
        BucketMarkers.writeForeign(store);
        TestDatabaseClock.advance(Duration.ofDays(2));
        // When
        reconcile.reconcile();
        // Then
        assertThat(speeches.find(lost.hash())).isPresent();
        assertThat(store.head(orphan)).isPresent();
    }

    @Test
    void moreThanAShareIsRemovedAfterAForcedSweepOnly() throws Exception {
        // Given
        List<String> orphans = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            orphans.add(putOrphan(number));
        }
        TestDatabaseClock.advance(Duration.ofDays(2));
        // When
        reconcile.reconcile();
        // Then
        assertThat(orphans).allSatisfy(key -> assertThat(store.head(key)).isPresent());
        // When
        reconcile.reconcileForced(new ForcedSweepCompleted(UUID.randomUUID()));
        // Then
        assertThat(orphans).allSatisfy(key -> assertThat(store.head(key)).isEmpty());
    }

    private String putOrphan(int number) throws IOException {
        String key = "tts/%064x.mp3".formatted(number);
        store.put(key, new Content(new ByteArrayInputStream(new byte[3]), 3, "audio/mpeg", Map.of()));
        return key;
    }

    private Speech make() throws Exception {
        return workers.make(newRequest()).toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    private SpeechRequest newRequest() {
        return new NewSpeech("hello " + UUID.randomUUID(), "en", "rabbit", null, "mp3")
                .toRequest(engines.engine().orElseThrow(), "default");
    }
}

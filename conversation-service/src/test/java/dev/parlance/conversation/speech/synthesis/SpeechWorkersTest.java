package dev.parlance.conversation.speech.synthesis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.audio.bucket.CheckBucket;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.speech.cache.Speech;
import dev.parlance.conversation.speech.cache.SpeechConfig;
import dev.parlance.conversation.speech.cache.SpeechRequest;
import dev.parlance.conversation.speech.cache.Speeches;
import dev.parlance.conversation.speech.engine.ConfiguredSpeechEngine;
import dev.parlance.conversation.speech.engine.FfmpegConverter;
import dev.parlance.conversation.speech.provider.StubProviderControl;
import dev.parlance.conversation.speech.provider.StubProviderProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Concurrent requests on two instances: the service's own workers, and others that share only database, S3 and
/// endpoint with them.
@QuarkusTest
@TestProfile(StubProviderProfile.class)
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class SpeechWorkersTest {
    private static final long TIMEOUT_SECONDS = 120;
    private static final Duration TIMEOUT = Duration.ofSeconds(TIMEOUT_SECONDS);

    @Inject
    SpeechWorkers here;

    @Inject
    Speeches speeches;

    @Inject
    AcquireSpeechLock acquireSpeechLock;

    @Inject
    ObjectStore store;

    @Inject
    FfmpegConverter converter;

    @Inject
    CheckBucket checkBucket;

    @Inject
    SpeechMetrics metrics;

    @Inject
    SpeechConfig config;

    @Inject
    AudioConfig audioConfig;

    @Inject
    ConfiguredSpeechEngine engines;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    AgroalDataSource pool;

    private SpeechWorkers there;

    @BeforeEach
    void startOtherInstance() {
        StubProviderControl.behaveNormally();
        there = new SpeechWorkers(
                new MakeSpeech(speeches, acquireSpeechLock, store, checkBucket, converter, metrics, audioConfig, clock),
                speeches,
                config);
        there.start(new StartupEvent());
    }

    @AfterEach
    void stopOtherInstance() {
        there.stop(new ShutdownEvent());
    }

    @Test
    void fiftyRequestsOnTwoInstancesCostOneSynthesis() throws Exception {
        // Given
        StubProviderControl.holdResponses();
        SpeechRequest request = newRequest();
        // When
        List<CompletableFuture<Speech>> answers = IntStream.range(0, 50)
                .mapToObj(at -> (at % 2 == 0 ? here : there).make(request).toCompletableFuture())
                .toList();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(StubProviderControl.requests()).hasSize(1));
        StubProviderControl.releaseResponses();
        // Then
        for (CompletableFuture<Speech> one : answers) {
            assertThat(one.get(TIMEOUT_SECONDS, TimeUnit.SECONDS).hash()).isEqualTo(request.hash());
        }
        assertThat(StubProviderControl.requests()).hasSize(1);
    }

    @Test
    void waitingRequestsHoldNoConnection() throws Exception {
        // Given
        StubProviderControl.holdResponses();
        SpeechRequest request = newRequest();
        // When
        List<CompletableFuture<Speech>> answers = IntStream.range(0, 50)
                .mapToObj(at -> (at % 2 == 0 ? here : there).make(request).toCompletableFuture())
                .toList();
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(StubProviderControl.requests()).hasSize(1);
            assertThat(pool.getMetrics().activeCount()).isLessThan(4);
        });
        StubProviderControl.releaseResponses();
        for (CompletableFuture<Speech> one : answers) {
            one.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void anErrorIsTheAnswerAndTheNextRequestTriesAgain() {
        // Given
        var tries = new AtomicInteger();
        var made = new Speech("hash", "tts/x", "audio/mpeg", 7, null, null);
        var workers = new SpeechWorkers(
                new MakeSpeech(
                        speeches, acquireSpeechLock, store, checkBucket, converter, metrics, audioConfig, clock) {
                    @Override
                    Optional<Speech> make(SpeechRequest request, Speech source) {
                        if (tries.incrementAndGet() == 1) {
                            throw new NoClassDefFoundError("in a test");
                        }
                        return Optional.of(made);
                    }
                },
                speeches,
                config);
        SpeechRequest request = newRequest();
        // When
        try {
            assertThatThrownBy(() -> workers.make(request).toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
            // Then
            assertThat(workers.make(request)).succeedsWithin(TIMEOUT).isEqualTo(made);
        } finally {
            workers.stop(new ShutdownEvent());
        }
    }

    @Test
    void aFailureReachesAllWaitingRequestsAndTheNextRequestTriesAgain() throws Exception {
        // Given
        StubProviderControl.respondWith(500);
        SpeechRequest request = newRequest();
        // When
        List<CompletableFuture<Speech>> answers = IntStream.range(0, 10)
                .mapToObj(_ -> here.make(request).toCompletableFuture())
                .toList();
        // Then
        for (CompletableFuture<Speech> one : answers) {
            assertThatThrownBy(() -> one.get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SpeechUnavailable.class);
        }
        StubProviderControl.behaveNormally();
        assertThat(make(request)).isNotNull();
    }

    @Test
    void theLockOfADeadWorkerPassesOnWhenItsLeaseExpires() throws Exception {
        // Given
        SpeechRequest request = newRequest();
        assertThat(speeches.acquireLock(request, UUID.randomUUID())).isPresent();
        // When
        Speech speech = make(request);
        // Then
        assertThat(speech.key()).isEqualTo("tts/%s.mp3".formatted(request.hash()));
        assertThat(StubProviderControl.requests()).hasSize(1);
    }

    @Test
    void aSpeechWhoseWorkersAllDieIsGivenUpUntilAPersonRetriesIt() throws Exception {
        // Given
        SpeechRequest request = newRequest();
        for (int worker = 1; worker <= config.maxAttempts(); worker++) {
            assertThat(speeches.acquireLock(request, UUID.randomUUID())).isPresent();
            expireLease(request);
        }
        // When
        assertThatThrownBy(() -> make(request))
                .hasCauseInstanceOf(SpeechUnavailable.class)
                .hasMessageContaining("too often");
        // Then
        assertThat(speeches.acquireLock(request, UUID.randomUUID())).isEmpty();
        assertThat(StubProviderControl.requests()).isEmpty();
        String givenUp = "/v1/admin/speech/given-up";
        given().urlEncodingEnabled(false)
                .get(givenUp)
                .then()
                .body("items[0].hash", equalTo(request.hash()))
                .body("items[0].attempts", equalTo(config.maxAttempts()));
        given().urlEncodingEnabled(false)
                .post(givenUp + "/" + request.hash() + ":retry")
                .then()
                .statusCode(202);
        given().urlEncodingEnabled(false)
                .post(givenUp + "/" + request.hash() + ":retry")
                .then()
                .statusCode(404);
        assertThat(make(request)).isNotNull();
    }

    @Test
    void workersThatFailAndReleaseTheirLockDoNotCount() {
        // Given
        SpeechRequest request = newRequest();
        // When
        for (int worker = 1; worker <= config.maxAttempts() + 1; worker++) {
            var lock = speeches.acquireLock(request, UUID.randomUUID()).orElseThrow();
            speeches.expireLock(request.hash(), lock.id());
        }
        // Then
        assertThat(speeches.acquireLock(request, UUID.randomUUID())).isPresent();
    }

    private void expireLease(SpeechRequest request) {
        jdbi.useHandle(handle -> handle.execute(
                "update speech set lease_until = now() - interval '1 second' where hash = decode(?, 'hex')",
                request.hash()));
    }

    @Test
    void aLiveWorkerKeepsItsLockHoweverLongItTakes() throws Exception {
        // Given
        StubProviderControl.holdResponses();
        SpeechRequest request = newRequest();
        CompletableFuture<Speech> slow = there.make(request).toCompletableFuture();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(StubProviderControl.requests()).hasSize(1));
        Instant later =
                clock.instant().plus(config.leaseDuration().multipliedBy(3).dividedBy(2));
        // When another instance waits for longer than a lease
        CompletableFuture<Speech> speech = here.make(request).toCompletableFuture();
        await().atMost(TIMEOUT).until(() -> clock.instant().isAfter(later));
        StubProviderControl.releaseResponses();
        // Then
        assertThat(slow.get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(speech.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        assertThat(StubProviderControl.requests()).hasSize(1);
    }

    @Test
    void anObjectThatADeadWorkerStoredIsUsed() throws Exception {
        // Given
        SpeechRequest request = newRequest();
        var lock = speeches.acquireLock(request, UUID.randomUUID()).orElseThrow();
        byte[] audio = {'I', 'D', '3', 4};
        store.put(
                request.objectKey(lock.id()),
                new ObjectStore.Content(
                        new ByteArrayInputStream(audio), audio.length, "audio/mpeg", Map.of("duration-ms", "1234")));
        expireAllLeases();
        // When
        Speech speech = make(request);
        // Then
        assertThat(speech.durationMs()).isEqualTo(1_234);
        assertThat(speech.sizeBytes()).isEqualTo(4);
        assertThat(StubProviderControl.requests()).isEmpty();
    }

    @Test
    void aWorkerThatLostItsLockOverwritesNothing() {
        // Given
        SpeechRequest request = newRequest();
        var slow = speeches.acquireLock(request, UUID.randomUUID()).orElseThrow();
        expireAllLeases();
        var quick = speeches.acquireLock(request, UUID.randomUUID()).orElseThrow();
        var speech = new Speech(request.hash(), request.objectKey(quick.id()), "audio/mpeg", 7, null, null);
        // When
        assertThat(speeches.markMade(quick.id(), speech)).isTrue();
        // Then
        assertThat(speeches.markMade(slow.id(), new Speech(request.hash(), "tts/x", "audio/mpeg", 1, null, null)))
                .isFalse();
        assertThat(speeches.find(request.hash())).contains(speech);
    }

    private void expireAllLeases() {
        jdbi.useHandle(handle -> handle.execute("update speech set lease_until = now() - interval '1 second'"));
    }

    private Speech make(SpeechRequest request) throws Exception {
        return here.make(request).toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private SpeechRequest newRequest() {
        return new NewSpeech("hello " + UUID.randomUUID(), "en", "rabbit", null, "mp3")
                .toRequest(engines.engine().orElseThrow(), "default");
    }
}

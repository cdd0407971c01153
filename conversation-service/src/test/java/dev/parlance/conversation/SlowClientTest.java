package dev.parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.audio.transfer.AudioApi;
import dev.parlance.conversation.testing.RawHttp;
import dev.parlance.kit.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clients that send or read below the minimal rate, and clients that hang up.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
@TestProfile(SlowClientTest.ShortGrace.class)
class SlowClientTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    /// More than the buffers of both sockets hold.
    private static final int AUDIO_BYTES = 10 << 20;

    @Inject
    MeterRegistry metrics;

    @Inject
    ObjectStore store;

    public static final class ShortGrace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parlance.request.transfer-grace-period", "1s",
                    "parlance.audio.max-concurrent-streams-per-client", "1");
        }
    }

    @BeforeEach
    void makeBucket() {
        store.createBucketIfMissing();
    }

    @Test
    void aBodyBelowTheMinimalRateIsRefused() {
        // When
        try (RawHttp client = RawHttp.send(RawHttp.BEGUN_REQUEST).drip()) {
            String response = client.readResponse();
            // Then
            assertThat(response).contains("408", "/problems/client-too-slow", "4096");
        }
    }

    @Test
    void anUploadBelowTheMinimalRateGivesItsPlaceToOthers() {
        // Given the only place of this client
        AudioApi slow = AudioApi.ofNewTurn();
        byte[] audio = SampleAudio.wav(16_000);
        try (RawHttp client =
                upload(slow, audio.length).append(Arrays.copyOf(audio, 2_000)).drip()) {
            // When
            String response = client.readResponse();
            // Then
            assertThat(response).contains("408", "/problems/client-too-slow");
        }
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        AudioApi.ofNewTurn().put("audio/wav", audio).then().statusCode(201));
    }

    @Test
    void aDownloadThatIsNotReadIsClosed() {
        // Given
        AudioApi turn = AudioApi.ofNewTurn();
        byte[] audio = SampleAudio.wav(AUDIO_BYTES);
        turn.put("audio/wav", audio).then().statusCode(201);
        double before = count("parlance.request.slow.clients", "transfer", "response");
        // When
        try (RawHttp _ = RawHttp.send(
                "GET /v1/conversations/%s/turns/%s/audio/learner?redirect=false HTTP/1.1\nHost: localhost\n\n"
                        .formatted(turn.conversation(), turn.turn()))) {
            // Then
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(count("parlance.request.slow.clients", "transfer", "response"))
                            .isGreaterThan(before));
        }
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(turn.get("?redirect=false").statusCode()).isEqualTo(200));
    }

    @Test
    void aClientThatHangsUpIsNoFailureOfTheService() {
        // Given
        double before = count("parlance.request.abandoned", "stage", "at-work");
        // When
        RawHttp.send(RawHttp.BEGUN_REQUEST).close();
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(count("parlance.request.abandoned", "stage", "at-work")
                        + count("parlance.request.abandoned", "stage", "queued"))
                .isGreaterThan(before));
    }

    private static RawHttp upload(AudioApi turn, int length) {
        return RawHttp.send("PUT /v1/conversations/%s/turns/%s/audio/learner HTTP/1.1\nHost: localhost\n"
                        .formatted(turn.conversation(), turn.turn())
                + "Content-Type: audio/wav\nContent-Length: %d\n\n".formatted(length));
    }

    private double count(String name, String tag, String value) {
        return metrics.get(name).tag(tag, value).counter().count();
    }
}

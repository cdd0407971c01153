package dev.parlance.conversation.audio.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class RecheckUploadsTest {
    private static final byte[] AUDIO = SampleAudio.wav(8_000);
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @Inject
    RecheckUploads recheckUploads;

    @Inject
    ObjectStore store;

    @Inject
    Jdbi jdbi;

    @Test
    void anUploadWhoseCheckAlwaysFailsKeepsNoOtherWaiting() {
        // Given two uploads that were reported and not checked, the first of them in a format that nobody knows
        store.createBucketIfMissing();
        AudioApi failing = AudioApi.ofNewTurn();
        AudioApi sound = AudioApi.ofNewTurn();
        reportUnchecked(upload(failing), "audio/unknown", Instant.EPOCH);
        reportUnchecked(upload(sound), "audio/wav", Instant.EPOCH.plusSeconds(1));
        // When
        recheckUploads.check();
        // Then the service may have claimed them before
        await().atMost(TIMEOUT).untilAsserted(() -> sound.sides().then().body("items[0].state", equalTo("available")));
        failing.sides().then().body("items[0].state", equalTo("uploaded"));
    }

    private static String upload(AudioApi audio) {
        Response offer = audio.requestUpload("audio/wav", AUDIO);
        assertThat(AudioApi.upload(offer, AUDIO)).isEqualTo(200);
        return offer.jsonPath().getString("key");
    }

    private void reportUnchecked(String key, String contentType, Instant due) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update audio set state = 'uploaded', uploaded_at = :due, check_at = :due, content_type = :type
                        where key = :key
                        """)
                .bind("due", due)
                .bind("type", contentType)
                .bind("key", key)
                .execute());
    }
}

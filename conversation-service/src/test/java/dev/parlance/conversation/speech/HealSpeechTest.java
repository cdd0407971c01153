package dev.parlance.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Provider;
import dev.parlance.conversation.ProviderProfile;
import dev.parlance.conversation.S3ForTests;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.ObjectStore.Content;
import dev.parlance.conversation.synthesis.Engines;
import dev.parlance.kit.testing.MovableClock;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What has lost its other half: rows without objects and objects without rows.
@QuarkusTest
@TestProfile(ProviderProfile.class)
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class HealSpeechTest {
    @Inject
    HealSpeech heal;

    @Inject
    SpeechMakers makers;

    @Inject
    Speeches speeches;

    @Inject
    ObjectStore store;

    @Inject
    Engines engines;

    @Inject
    Clock clock;

    @BeforeEach
    void aGoodProvider() {
        Provider.isGood();
    }

    @AfterEach
    void today() {
        ((MovableClock) clock).reset();
    }

    @Test
    void whatLostItsOtherHalfGoesOnceItIsOldAndTheRestStays() throws Exception {
        // Given
        Speech whole = made();
        Speech lost = made();
        store.delete(lost.key());
        String orphan = "tts/%s.mp3".formatted("e".repeat(64));
        store.put(orphan, new Content(new ByteArrayInputStream(new byte[3]), 3, "audio/mpeg", Map.of()));
        // When
        heal.look();
        // Then
        assertThat(speeches.find(lost.hash())).isPresent();
        assertThat(store.head(orphan)).isPresent();
        // When
        ((MovableClock) clock).forward(Duration.ofDays(2));
        heal.look();
        // Then
        assertThat(speeches.find(lost.hash())).isEmpty();
        assertThat(store.head(orphan)).isEmpty();
        assertThat(speeches.find(whole.hash())).contains(whole);
        assertThat(store.head(whole.key())).isPresent();
    }

    @Test
    void whatWasConvertedAndHasLostItsObjectIsForgottenToo() throws Exception {
        // Given the row of a conversion whose object was swept under shorter times
        Speech spoken = made();
        String hash = "c".repeat(64);
        String key = "processed/%s-%s.wav".formatted(hash, UUID.randomUUID());
        Speech converted = new Speech(
                hash,
                key,
                "audio/wav",
                spoken.sizeBytes(),
                null,
                clock.instant().plus(Duration.ofDays(20)));
        SpeechOrder other = order();
        var order = new SpeechOrder("default", other.engine(), other.utterance(), hash);
        UUID claim = speeches.claim(order, UUID.randomUUID()).orElseThrow().id();
        assertThat(speeches.made(claim, converted)).isTrue();
        ((MovableClock) clock).forward(Duration.ofDays(2));
        assertThat(speeches.find(hash)).isPresent();
        // When
        heal.look();
        // Then
        assertThat(speeches.find(hash)).isEmpty();
        assertThat(speeches.find(spoken.hash())).isPresent();
    }

    private Speech made() throws Exception {
        return makers.make(order()).toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    private SpeechOrder order() {
        return new NewSpeech("hello " + UUID.randomUUID(), "en", "rabbit", null, "mp3")
                .orderedFrom(engines.engine().orElseThrow(), "default");
    }
}

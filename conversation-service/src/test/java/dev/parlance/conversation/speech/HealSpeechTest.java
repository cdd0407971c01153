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

    private Speech made() throws Exception {
        SpeechOrder order = new NewSpeech("hello " + UUID.randomUUID(), "en", "rabbit", null, "mp3")
                .orderedFrom(engines.engine().orElseThrow(), "default");
        return makers.make(order).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}

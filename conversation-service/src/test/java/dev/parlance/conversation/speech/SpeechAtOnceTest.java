package dev.parlance.conversation.speech;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.Provider;
import dev.parlance.conversation.ProviderProfile;
import dev.parlance.conversation.S3ForTests;
import dev.parlance.conversation.audio.AudioConfig;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.synthesis.Converter;
import dev.parlance.conversation.synthesis.Engines;
import dev.parlance.kit.testing.PlatformForTests;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many who want the same at the same moment, on two instances: the service's own makers, and others that share
/// nothing with them but database, store and endpoint.
@QuarkusTest
@TestProfile(ProviderProfile.class)
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class SpeechAtOnceTest {
    private static final long PATIENCE = 120;
    private static final Duration SOON = Duration.ofSeconds(PATIENCE);

    @Inject
    SpeechMakers here;

    @Inject
    Speeches speeches;

    @Inject
    ClaimSpeech claimSpeech;

    @Inject
    ObjectStore store;

    @Inject
    Converter converter;

    @Inject
    SpeechMetrics metrics;

    @Inject
    SpeechConfig config;

    @Inject
    AudioConfig retention;

    @Inject
    Engines engines;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    AgroalDataSource pool;

    private SpeechMakers there;

    @BeforeEach
    void anotherInstance() {
        Provider.isGood();
        there = new SpeechMakers(
                new MakeSpeech(speeches, claimSpeech, store, converter, metrics, retention, clock), speeches, config);
        there.start(new StartupEvent());
    }

    @AfterEach
    void itsEnd() {
        there.stop(new ShutdownEvent());
    }

    @Test
    void fiftyWhoWantTheSameOnTwoInstancesCostOneSynthesis() throws Exception {
        // Given
        Provider.isSilent();
        SpeechOrder order = order();
        // When
        List<CompletableFuture<Speech>> wanted = IntStream.range(0, 50)
                .mapToObj(at -> (at % 2 == 0 ? here : there).make(order).toCompletableFuture())
                .toList();
        await().atMost(SOON).untilAsserted(() -> assertThat(Provider.asked()).hasSize(1));
        Provider.speaksAtLast();
        // Then
        for (CompletableFuture<Speech> one : wanted) {
            assertThat(one.get(PATIENCE, TimeUnit.SECONDS).hash()).isEqualTo(order.hash());
        }
        assertThat(Provider.asked()).hasSize(1);
    }

    @Test
    void whoeverWaitsHoldsNoConnection() throws Exception {
        // Given
        Provider.isSilent();
        SpeechOrder order = order();
        // When
        List<CompletableFuture<Speech>> wanted = IntStream.range(0, 50)
                .mapToObj(at -> (at % 2 == 0 ? here : there).make(order).toCompletableFuture())
                .toList();
        // Then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(Provider.asked()).hasSize(1);
            assertThat(pool.getMetrics().activeCount()).isLessThan(4);
        });
        Provider.speaksAtLast();
        for (CompletableFuture<Speech> one : wanted) {
            one.get(PATIENCE, TimeUnit.SECONDS);
        }
    }

    @Test
    void aFailureIsToldToAllWhoWaitAndTheNextOneTriesAgain() throws Exception {
        // Given
        Provider.answers(500);
        SpeechOrder order = order();
        // When
        List<CompletableFuture<Speech>> wanted = IntStream.range(0, 10)
                .mapToObj(_ -> here.make(order).toCompletableFuture())
                .toList();
        // Then
        for (CompletableFuture<Speech> one : wanted) {
            assertThatThrownBy(() -> one.get(PATIENCE, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SpeechUnavailable.class);
        }
        Provider.isGood();
        assertThat(made(order)).isNotNull();
    }

    @Test
    void aMakerThatDiedIsSucceededWhenItsLeaseIsOver() throws Exception {
        // Given
        SpeechOrder order = order();
        assertThat(speeches.claim(order, UUID.randomUUID())).isPresent();
        // When
        Speech speech = made(order);
        // Then
        assertThat(speech.key()).isEqualTo("tts/%s.mp3".formatted(order.hash()));
        assertThat(Provider.asked()).hasSize(1);
    }

    @Test
    void aSpeechThatTakesEachOfItsMakersWithItIsGivenUpUntilAPersonSaysSo() throws Exception {
        // Given
        SpeechOrder order = order();
        for (int maker = 1; maker <= config.tries(); maker++) {
            assertThat(speeches.claim(order, UUID.randomUUID())).isPresent();
            theirLeaseIsOver(order);
        }
        // When
        assertThatThrownBy(() -> made(order))
                .hasCauseInstanceOf(SpeechUnavailable.class)
                .hasMessageContaining("too often");
        // Then
        assertThat(speeches.claim(order, UUID.randomUUID())).isEmpty();
        assertThat(Provider.asked()).isEmpty();
        String givenUp = "/v1/admin/speech/given-up";
        given().urlEncodingEnabled(false)
                .get(givenUp)
                .then()
                .body("items[0].hash", equalTo(order.hash()))
                .body("items[0].attempts", equalTo(config.tries()));
        given().urlEncodingEnabled(false)
                .post(givenUp + "/" + order.hash() + ":retry")
                .then()
                .statusCode(202);
        given().urlEncodingEnabled(false)
                .post(givenUp + "/" + order.hash() + ":retry")
                .then()
                .statusCode(404);
        assertThat(made(order)).isNotNull();
    }

    @Test
    void makersWhoFailAndLiveDoNotCount() {
        // Given
        SpeechOrder order = order();
        // When
        for (int maker = 1; maker <= config.tries() + 1; maker++) {
            var claim = speeches.claim(order, UUID.randomUUID()).orElseThrow();
            speeches.giveUp(order.hash(), claim.id());
        }
        // Then
        assertThat(speeches.claim(order, UUID.randomUUID())).isPresent();
    }

    private void theirLeaseIsOver(SpeechOrder order) {
        jdbi.useHandle(handle -> handle.execute(
                "update speech set lease_until = now() - interval '1 second' where hash = decode(?, 'hex')",
                order.hash()));
    }

    @Test
    void aMakerThatIsAliveIsNotSucceededHoweverLongItTakes() throws Exception {
        // Given
        Provider.isSilent();
        SpeechOrder order = order();
        CompletableFuture<Speech> slow = there.make(order).toCompletableFuture();
        await().atMost(SOON).untilAsserted(() -> assertThat(Provider.asked()).hasSize(1));
        Instant later = clock.instant().plus(config.lease().multipliedBy(3).dividedBy(2));
        // When another wants it, and waits for longer than a lease
        CompletableFuture<Speech> speech = here.make(order).toCompletableFuture();
        await().atMost(SOON).until(() -> clock.instant().isAfter(later));
        Provider.speaksAtLast();
        // Then
        assertThat(slow.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(speech.get(PATIENCE, TimeUnit.SECONDS));
        assertThat(Provider.asked()).hasSize(1);
    }

    @Test
    void whatADeadMakerHadStoredIsTakenAndNotMadeAgain() throws Exception {
        // Given
        SpeechOrder order = order();
        var claim = speeches.claim(order, UUID.randomUUID()).orElseThrow();
        byte[] sound = {'I', 'D', '3', 4};
        store.put(
                order.key(claim.id()),
                new ObjectStore.Content(
                        new ByteArrayInputStream(sound), sound.length, "audio/mpeg", Map.of("duration-ms", "1234")));
        endLeases();
        // When
        Speech speech = made(order);
        // Then
        assertThat(speech.durationMs()).isEqualTo(1_234);
        assertThat(speech.sizeBytes()).isEqualTo(4);
        assertThat(Provider.asked()).isEmpty();
    }

    @Test
    void aMakerWhoWasTooSlowWritesNothingOverItsSuccessor() {
        // Given
        SpeechOrder order = order();
        var slow = speeches.claim(order, UUID.randomUUID()).orElseThrow();
        endLeases();
        var quick = speeches.claim(order, UUID.randomUUID()).orElseThrow();
        var speech = new Speech(order.hash(), order.key(quick.id()), "audio/mpeg", 7, null, null);
        // When
        assertThat(speeches.made(quick.id(), speech)).isTrue();
        // Then
        assertThat(speeches.made(slow.id(), new Speech(order.hash(), "tts/x", "audio/mpeg", 1, null, null)))
                .isFalse();
        assertThat(speeches.find(order.hash())).contains(speech);
    }

    private void endLeases() {
        jdbi.useHandle(handle -> handle.execute("update speech set lease_until = now() - interval '1 second'"));
    }

    private Speech made(SpeechOrder order) throws Exception {
        return here.make(order).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }

    private SpeechOrder order() {
        return new NewSpeech("hello " + UUID.randomUUID(), "en", "rabbit", null, "mp3")
                .orderedFrom(engines.engine().orElseThrow(), "default");
    }
}

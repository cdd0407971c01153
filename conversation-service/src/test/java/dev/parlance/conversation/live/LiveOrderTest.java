package dev.parlance.conversation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.DerivedId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.testing.PlatformForTests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Positions: whoever has seen one has seen all before it, whatever transaction commits when, on whatever instance.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class LiveOrderTest {
    private static final Duration SOON = Duration.ofSeconds(50);

    @Inject
    LiveLearners learners;

    @Inject
    LiveEvents events;

    @Inject
    TellListeners tellListeners;

    @Inject
    LiveStreams streams;

    @Inject
    SweepLive sweep;

    @Inject
    LiveConfig config;

    @Inject
    Jdbi jdbi;

    @Test
    void oldEventsAreFoundWithoutReadingTheYoungOnes() {
        List<String> plan = jdbi.inTransaction(handle -> {
            handle.execute("set local enable_seqscan = off");
            return handle.createQuery("explain " + LiveEvents.OLDER)
                    .bind("millis", 1_000L)
                    .bind("limit", 10)
                    .mapTo(String.class)
                    .list();
        });
        assertThat(plan).anyMatch(line -> line.contains("Index Cond: (created_at <"));
    }

    @Test
    void aTransactionThatCommitsLateHoldsBackWhatCameAfterIt() throws InterruptedException {
        // Given
        Learner learner = aLearner();
        long start = learners.register(learner).position();
        var told = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        // When
        var late = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    tellListeners.told(List.of(news(learner, "first")), List.of());
                    told.countDown();
                    awaitLatch(mayCommit);
                }));
        assertThat(told.await(50, TimeUnit.SECONDS)).isTrue();
        var second = onAThread(() -> tellListeners.told(List.of(news(learner, "second")), List.of()));
        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(waitingForLocks()).isPositive());
        assertThat(after(learner, start)).isEmpty();
        mayCommit.countDown();
        CompletableFuture.allOf(late, second).join();
        assertThat(after(learner, start)).extracting(LiveEvent::data).containsExactly("\"first\"", "\"second\"");
        assertThat(after(learner, start)).extracting(LiveEvent::position).containsExactly(start + 1, start + 2);
    }

    @Test
    void whatIsToldAgainKeepsItsPlaceAndTakesNoOther() {
        Learner learner = aLearner();
        long start = learners.register(learner).position();
        tellListeners.told(List.of(news(learner, "a"), news(learner, "b")), List.of());
        tellListeners.told(List.of(news(learner, "b"), news(learner, "a"), news(learner, "c")), List.of());
        assertThat(after(learner, start)).extracting(LiveEvent::data).containsExactly("\"a\"", "\"b\"", "\"c\"");
        assertThat(after(learner, start))
                .extracting(LiveEvent::position)
                .containsExactly(start + 1, start + 2, start + 3);
    }

    @Test
    void turnsThatAreAnalysedTogetherAreToldAsTheyWereSaid() {
        // Given
        Learner learner = aLearner();
        long start = learners.register(learner).position();
        List<TurnAnalyzed> turns = List.of(analysed(learner, 3), analysed(learner, 1), analysed(learner, 2));
        // When
        QuarkusTransaction.requiringNew().run(() -> tellListeners.analysed(turns));
        // Then
        assertThat(after(learner, start))
                .extracting(LiveEvent::turn)
                .containsExactly(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    }

    @Test
    void everyInstanceHearsWhatAnyInstanceTells() {
        // Given
        var other = new LiveStreams(learners, events, config, new SimpleMeterRegistry());
        other.start(new StartupEvent());
        Learner learner = aLearner();
        UUID turn = UUID.randomUUID();
        long start = learners.register(learner).position();
        var here = new AnalysisWait(learner, turn, start);
        var there = new AnalysisWait(learner, turn, start);
        streams.add(here);
        other.add(there);
        // When
        tellListeners.told(List.of(words(learner, turn)), List.of());
        // Then
        try {
            assertThat(here.found()).succeedsWithin(SOON);
            assertThat(there.found()).succeedsWithin(SOON);
        } finally {
            streams.remove(here);
            other.stop(new ShutdownEvent());
        }
    }

    @Test
    void manyEventsComePageByPageWithoutAGap() {
        Learner learner = aLearner();
        long start = learners.register(learner).position();
        UUID turn = UUID.randomUUID();
        List<News> many = IntStream.range(0, 450)
                .mapToObj(at -> news(learner, "event " + at))
                .toList();
        tellListeners.told(many, List.of());
        tellListeners.told(List.of(words(learner, turn)), List.of());
        var wait = new AnalysisWait(learner, turn, start);
        streams.add(wait);
        try {
            assertThat(wait.found()).succeedsWithin(SOON);
            assertThat(wait.position()).isEqualTo(start + 451);
        } finally {
            streams.remove(wait);
        }
    }

    @Test
    void whatIsOldIsForgottenAndTheFloorSaysSo() {
        // Given
        Learner learner = aLearner();
        long start = learners.register(learner).position();
        tellListeners.told(List.of(news(learner, "old"), news(learner, "new")), List.of());
        jdbi.useHandle(handle -> handle.execute(
                "update live_event set created_at = created_at - interval '25 hours' where learner_id = ? and position = ?",
                learner.id(),
                start + 1));
        // When
        sweep.sweep();
        // Then
        assertThat(after(learner, start)).extracting(LiveEvent::data).containsExactly("\"new\"");
        assertThat(learners.register(learner)).isEqualTo(new LiveLearners.Place(start + 2, start + 1));
    }

    @Test
    void aLearnerToWhomNobodyHasListenedForADayBeginsAnewBehindEveryOldPosition() {
        // Given
        Learner learner = aLearner();
        long start = learners.register(learner).position();
        tellListeners.told(List.of(news(learner, "old")), List.of());
        jdbi.useHandle(handle -> handle.execute(
                "update live_learner set listened_at = listened_at - interval '25 hours' where learner_id = ?",
                learner.id()));
        // When
        sweep.sweep();
        // Then
        assertThat(learners.listened(Set.of(learner.key()))).isEmpty();
        assertThat(after(learner, start)).isEmpty();
        LiveLearners.Place anew = learners.register(learner);
        assertThat(anew.floor()).isEqualTo(anew.position()).isGreaterThan(start);
    }

    private List<LiveEvent> after(Learner learner, long position) {
        var page = events.after(Map.of(learner, position), 100, 1 << 20).get(learner);
        return page == null ? List.of() : page.events();
    }

    private long waitingForLocks() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .mapTo(Long.class)
                        .one());
    }

    private static CompletableFuture<Void> onAThread(Runnable work) {
        return CompletableFuture.runAsync(
                work, task -> Thread.ofPlatform().daemon().start(task));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Learner aLearner() {
        return new Learner("default", "live-" + UUID.randomUUID());
    }

    private static News news(Learner learner, String text) {
        return new News(learner, new UUID(0, 1), null, "turn", DerivedId.of(learner.key(), text), "\"" + text + "\"");
    }

    private static TurnAnalyzed analysed(Learner learner, int sequence) {
        return new TurnAnalyzed(
                learner.tenant(),
                learner.id(),
                new ConversationId(new UUID(0, 1)),
                new TurnId(new UUID(0, sequence)),
                sequence,
                1,
                0L,
                "completed",
                "ja",
                "app",
                null,
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T08:15:30.120Z").plusSeconds(sequence),
                null,
                Map.of("vocabulary", 1),
                0,
                0,
                1,
                List.of(),
                List.of(),
                List.of());
    }

    private static News words(Learner learner, UUID turn) {
        return new News(
                learner,
                new UUID(0, 1),
                turn,
                LiveEvent.WORDS,
                UUID.randomUUID(),
                "{\"revision\": 1, \"status\": \"completed\", \"words\": [], \"highlightIds\": []}");
    }
}

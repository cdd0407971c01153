package dev.parlance.conversation.stream.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.DerivedId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.analysis.AnalysisSubscriber;
import dev.parlance.conversation.stream.sse.LiveEventDispatcher;
import dev.parlance.kit.testing.TestPlatform;
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

/// Whoever has read a position has read all before it, whatever transaction commits first, on any instance.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class LiveEventOrderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(50);

    @Inject
    LiveSubscriptions subscriptions;

    @Inject
    LiveEvents events;

    @Inject
    PublishLiveEvents publishLiveEvents;

    @Inject
    LiveEventDispatcher dispatcher;

    @Inject
    DeleteExpiredLiveEvents deleteExpiredLiveEvents;

    @Inject
    LiveConfig config;

    @Inject
    Jdbi jdbi;

    @Test
    void expiredEventsAreFoundByTheIndex() {
        List<String> plan = jdbi.inTransaction(handle -> {
            handle.execute("set local enable_seqscan = off");
            return handle.createQuery("explain " + LiveEvents.SELECT_LEARNERS_WITH_OLDER)
                    .bind("millis", 1_000L)
                    .bind("limit", 10)
                    .mapTo(String.class)
                    .list();
        });
        assertThat(plan).anyMatch(line -> line.contains("Index Cond: (created_at <"));
    }

    @Test
    void aTransactionThatCommitsLateDelaysLaterPositions() throws InterruptedException {
        // Given
        Learner learner = aLearner();
        long start = subscriptions.register(learner).position();
        var published = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        // When
        var late = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    publishLiveEvents.publish(List.of(message(learner, "first")), List.of());
                    published.countDown();
                    awaitLatch(mayCommit);
                }));
        assertThat(published.await(50, TimeUnit.SECONDS)).isTrue();
        var second = runOnThread(() -> publishLiveEvents.publish(List.of(message(learner, "second")), List.of()));
        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(waitingForLocks()).isPositive());
        assertThat(after(learner, start)).isEmpty();
        mayCommit.countDown();
        CompletableFuture.allOf(late, second).join();
        assertThat(after(learner, start)).extracting(LiveEvent::data).containsExactly("\"first\"", "\"second\"");
        assertThat(after(learner, start)).extracting(LiveEvent::position).containsExactly(start + 1, start + 2);
    }

    @Test
    void aRepeatedMessageKeepsItsPosition() {
        Learner learner = aLearner();
        long start = subscriptions.register(learner).position();
        publishLiveEvents.publish(List.of(message(learner, "a"), message(learner, "b")), List.of());
        publishLiveEvents.publish(
                List.of(message(learner, "b"), message(learner, "a"), message(learner, "c")), List.of());
        assertThat(after(learner, start)).extracting(LiveEvent::data).containsExactly("\"a\"", "\"b\"", "\"c\"");
        assertThat(after(learner, start))
                .extracting(LiveEvent::position)
                .containsExactly(start + 1, start + 2, start + 3);
    }

    @Test
    void turnsThatAreAnalysedTogetherArriveInTheOrderOfTheConversation() {
        // Given
        Learner learner = aLearner();
        long start = subscriptions.register(learner).position();
        List<TurnAnalyzed> turns =
                List.of(analyzedEvent(learner, 3), analyzedEvent(learner, 1), analyzedEvent(learner, 2));
        // When
        QuarkusTransaction.requiringNew().run(() -> publishLiveEvents.publishAnalyses(turns));
        // Then
        assertThat(after(learner, start))
                .extracting(LiveEvent::turn)
                .containsExactly(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    }

    @Test
    void everyInstanceDeliversTheEventsOfAnyInstance() {
        // Given
        var other = new LiveEventDispatcher(subscriptions, events, config, new SimpleMeterRegistry());
        other.start(new StartupEvent());
        Learner learner = aLearner();
        UUID turn = UUID.randomUUID();
        long start = subscriptions.register(learner).position();
        var here = new AnalysisSubscriber(learner, turn, start);
        var there = new AnalysisSubscriber(learner, turn, start);
        dispatcher.add(here);
        other.add(there);
        // When
        publishLiveEvents.publish(List.of(wordsMessage(learner, turn)), List.of());
        // Then
        try {
            assertThat(here.result()).succeedsWithin(TIMEOUT);
            assertThat(there.result()).succeedsWithin(TIMEOUT);
        } finally {
            dispatcher.remove(here);
            other.stop(new ShutdownEvent());
        }
    }

    @Test
    void manyEventsArrivePageByPageWithoutAGap() {
        Learner learner = aLearner();
        long start = subscriptions.register(learner).position();
        UUID turn = UUID.randomUUID();
        List<LiveMessage> many = IntStream.range(0, 450)
                .mapToObj(at -> message(learner, "event " + at))
                .toList();
        publishLiveEvents.publish(many, List.of());
        publishLiveEvents.publish(List.of(wordsMessage(learner, turn)), List.of());
        var wait = new AnalysisSubscriber(learner, turn, start);
        dispatcher.add(wait);
        try {
            assertThat(wait.result()).succeedsWithin(TIMEOUT);
            assertThat(wait.position()).isEqualTo(start + 451);
        } finally {
            dispatcher.remove(wait);
        }
    }

    @Test
    void expiredEventsAreDeletedAndRaiseTheFloor() {
        // Given
        Learner learner = aLearner();
        long start = subscriptions.register(learner).position();
        publishLiveEvents.publish(List.of(message(learner, "old"), message(learner, "new")), List.of());
        jdbi.useHandle(handle -> handle.execute(
                "update live_event set created_at = created_at - interval '25 hours' where learner_id = ? and position = ?",
                learner.id(),
                start + 1));
        // When
        deleteExpiredLiveEvents.deleteExpired();
        // Then
        assertThat(after(learner, start)).extracting(LiveEvent::data).containsExactly("\"new\"");
        assertThat(subscriptions.register(learner)).isEqualTo(new LiveSubscriptions.EventRange(start + 2, start + 1));
    }

    @Test
    void anExpiredSubscriptionBeginsAgainAfterEveryOldPosition() {
        // Given
        Learner learner = aLearner();
        long start = subscriptions.register(learner).position();
        publishLiveEvents.publish(List.of(message(learner, "old")), List.of());
        jdbi.useHandle(handle -> handle.execute(
                "update live_learner set listened_at = listened_at - interval '25 hours' where learner_id = ?",
                learner.id()));
        // When
        deleteExpiredLiveEvents.deleteExpired();
        // Then
        assertThat(subscriptions.findSubscribed(Set.of(learner.key()))).isEmpty();
        assertThat(after(learner, start)).isEmpty();
        LiveSubscriptions.EventRange anew = subscriptions.register(learner);
        assertThat(anew.floor()).isEqualTo(anew.position()).isGreaterThan(start);
    }

    private List<LiveEvent> after(Learner learner, long position) {
        var page = events.findAfter(Map.of(learner, position), 100, 1 << 20).get(learner);
        return page == null ? List.of() : page.events();
    }

    private long waitingForLocks() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .mapTo(Long.class)
                        .one());
    }

    private static CompletableFuture<Void> runOnThread(Runnable work) {
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

    private static LiveMessage message(Learner learner, String text) {
        return new LiveMessage(
                learner, new UUID(0, 1), null, "turn", DerivedId.of(learner.key(), text), "\"" + text + "\"");
    }

    private static TurnAnalyzed analyzedEvent(Learner learner, int sequence) {
        var context = new TurnContext(
                learner.tenant(),
                learner.id(),
                new ConversationId(new UUID(0, 1)),
                new TurnId(new UUID(0, sequence)),
                sequence,
                "app",
                null,
                "ja",
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T08:15:30.120Z").plusSeconds(sequence));
        return new TurnAnalyzed(
                context, 1, 0L, "completed", null, Map.of("vocabulary", 1), 0, 0, 1, List.of(), List.of(), List.of());
    }

    private static LiveMessage wordsMessage(Learner learner, UUID turn) {
        return new LiveMessage(
                learner,
                new UUID(0, 1),
                turn,
                LiveEvent.WORDS,
                UUID.randomUUID(),
                "{\"revision\": 1, \"status\": \"completed\", \"words\": [], \"highlightIds\": []}");
    }
}

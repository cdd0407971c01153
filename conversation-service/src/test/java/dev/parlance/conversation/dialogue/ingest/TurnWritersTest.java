package dev.parlance.conversation.dialogue.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.conversation.dialogue.conversation.ConversationBusy;
import dev.parlance.conversation.dialogue.turn.NewTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.FailpointConfig;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.request.RequestConfig;
import dev.parlance.kit.request.RequestDeadlines;
import dev.parlance.kit.request.RequestMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnWritersTest {
    private static final int MAX_WAITING_REQUESTS = 8;
    private static final int MAX_GROUP_TURNS = 100;
    private static final int TURN_BYTES = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final List<TurnOutcome> BUSY =
            List.of(new TurnOutcome.Refused(new ConversationBusy("conversation")));

    /// One writer whose writes are defined by the test.
    private final List<List<TurnSubmission>> groups = new ArrayList<>();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicReference<Duration> maxQueueTime = new AtomicReference<>(Duration.ofHours(1));
    private TurnWriters writers;

    private interface Writing {
        List<List<TurnOutcome>> write(List<TurnSubmission> group);
    }

    @AfterEach
    void stop() throws InterruptedException {
        released.countDown();
        writers.stop(new ShutdownEvent());
    }

    @Test
    void requestsThatWaitForACommitShareTheNextOne() {
        startWith(this::emptyOutcomes);
        List<TurnSubmission> requests = submissions(5);
        var results = requests.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        results.forEach(answer -> assertThat(answer.join()).isEmpty());
        assertThat(groups).hasSizeLessThanOrEqualTo(2);
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(requests);
    }

    @Test
    void aRequestThatFailsPermanentlyDoesNotAffectItsGroup() {
        List<TurnSubmission> requests = submissions(4);
        startWith(group -> {
            if (group.contains(requests.get(2))) {
                throw new IllegalStateException("no column takes it");
            }
            return emptyOutcomes(group);
        });
        var results = requests.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        for (int at : new int[] {0, 1, 3}) {
            assertThat(results.get(at).join()).isEmpty();
        }
        assertThatThrownBy(results.get(2)::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTransientFailureIsRetriedBeforeAnyRequestIsCompleted() {
        var tries = new AtomicInteger();
        startWith(group -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLTransientConnectionException("away"));
            }
            return emptyOutcomes(group);
        });
        released.countDown();
        assertThat(writers.write(submissions(1).getFirst())
                        .toCompletableFuture()
                        .join())
                .isEmpty();
        assertThat(tries).hasValue(3);
    }

    @Test
    void aRequestWhoseConversationIsLockedIsTriedAgainWithoutTheOthers() {
        List<TurnSubmission> requests = submissions(3);
        TurnSubmission locked = requests.get(1);
        var tries = new AtomicInteger();
        startWith(group -> group.stream()
                .map(request -> request.equals(locked) && tries.incrementAndGet() < 3 ? BUSY : List.<TurnOutcome>of())
                .toList());
        var results = requests.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        results.forEach(answer -> assertThat(answer.join()).isEmpty());
        assertThat(groups.stream().flatMap(List::stream))
                .filteredOn(locked::equals)
                .hasSize(3);
        assertThat(groups.stream().flatMap(List::stream)).hasSize(5);
    }

    @Test
    void aRequestBeyondTheLimitIsRefused() {
        // Given a busy writer and a full queue
        startWith(this::emptyOutcomes);
        List<TurnSubmission> requests = submissions(MAX_WAITING_REQUESTS + 2);
        var _ = writers.write(requests.getFirst());
        await(begun);
        requests.subList(1, MAX_WAITING_REQUESTS + 1).forEach(writers::write);
        // Then
        assertThatThrownBy(() -> writers.write(requests.getLast())).isInstanceOf(Overloaded.class);
    }

    @Test
    void noGroupExceedsItsMaximum() {
        startWith(this::emptyOutcomes);
        List<TurnSubmission> requests = submissions(6, 40);
        var results = requests.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        results.forEach(answer -> assertThat(answer.join()).isEmpty());
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(MAX_GROUP_TURNS / 40));
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(requests);
    }

    @Test
    void anErrorIsTheAnswerOfItsRequestAndTheWriterGoesOn() {
        List<TurnSubmission> requests = submissions(4);
        startWith(group -> {
            if (group.contains(requests.get(2))) {
                throw new StackOverflowError("in a test");
            }
            return emptyOutcomes(group);
        });
        var results = requests.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        assertThatThrownBy(() -> results.get(2).get(120, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StackOverflowError.class);
        for (int at : new int[] {0, 1, 3}) {
            assertThat(results.get(at)).succeedsWithin(TIMEOUT);
        }
        assertThat(writers.write(submissions(1).getFirst())).succeedsWithin(TIMEOUT);
        assertThat(writers.areAlive()).isTrue();
    }

    @Test
    void withoutMemoryTheWholeGroupIsAnsweredAtOnceAndTheWriterGoesOn() {
        var tries = new AtomicInteger();
        startWith(group -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("in a test");
            }
            return emptyOutcomes(group);
        });
        var first = writers.write(submissions(1).getFirst()).toCompletableFuture();
        released.countDown();
        assertThatThrownBy(() -> first.get(120, TimeUnit.SECONDS)).hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(writers.write(submissions(1).getFirst())).succeedsWithin(TIMEOUT);
    }

    @Test
    void aWriterThatWasInterruptedHasAnsweredItsRequestsAndCountsAsDead() {
        startWith(_ -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(new SQLTransientConnectionException("away"));
        });
        assertThat(writers.areAlive()).isTrue();
        var request = writers.write(submissions(1).getFirst()).toCompletableFuture();
        released.countDown();
        assertThatThrownBy(() -> request.get(120, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(writers.areAlive())
                .isFalse());
    }

    @Test
    void aRequestWhoseClientHasGoneIsNotWritten() {
        // Given a busy writer
        startWith(this::emptyOutcomes);
        List<TurnSubmission> requests = submissions(3);
        var _ = writers.write(requests.getFirst());
        await(begun);
        // When
        var abandoned = writers.write(requests.get(1), () -> true).toCompletableFuture();
        var wanted = writers.write(requests.get(2), () -> false).toCompletableFuture();
        released.countDown();
        // Then
        assertThat(wanted.join()).isEmpty();
        assertThatThrownBy(abandoned::join).hasCauseInstanceOf(Overloaded.class);
        assertThat(groups.stream().flatMap(List::stream)).containsExactly(requests.getFirst(), requests.get(2));
    }

    @Test
    void aRequestThatHasWaitedTooLongIsNotWritten() {
        // Given a busy writer
        startWith(this::emptyOutcomes);
        List<TurnSubmission> requests = submissions(2);
        var _ = writers.write(requests.getFirst());
        await(begun);
        // When
        maxQueueTime.set(Duration.ZERO);
        var late = writers.write(requests.getLast()).toCompletableFuture();
        released.countDown();
        // Then
        assertThatThrownBy(late::join).hasCauseInstanceOf(Overloaded.class);
        assertThat(groups.stream().flatMap(List::stream)).containsExactly(requests.getFirst());
    }

    private void startWith(Writing writing) {
        var recordTurn = new RecordTurn(null, null, null, null) {
            @Override
            public List<List<TurnOutcome>> record(List<TurnSubmission> group) {
                begun.countDown();
                await(released);
                groups.add(List.copyOf(group));
                return writing.write(group);
            }
        };
        var deadlines =
                new RequestDeadlines(new QueueLimits(maxQueueTime), new RequestMetrics(new SimpleMeterRegistry()));
        writers = new TurnWriters(recordTurn, new OneWriter(), new Failpoints(new NoFailpoints()), deadlines);
        writers.start(new StartupEvent());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<List<TurnOutcome>> emptyOutcomes(List<TurnSubmission> group) {
        return group.stream().map(_ -> List.<TurnOutcome>of()).toList();
    }

    private static List<TurnSubmission> submissions(int requests) {
        return submissions(requests, 1);
    }

    private static List<TurnSubmission> submissions(int requests, int turns) {
        List<NewTurn.SubmittedTurn> each =
                Collections.nCopies(turns, new NewTurn.SubmittedTurn(null, null, null, TURN_BYTES));
        return IntStream.range(0, requests)
                .mapToObj(_ -> new TurnSubmission("default", new ConversationId(UUID.randomUUID()), each, null))
                .toList();
    }

    private record QueueLimits(AtomicReference<Duration> queueTime) implements RequestConfig {
        @Override
        public int maxQueuedRequests() {
            return 1;
        }

        @Override
        public Duration maxQueueTime() {
            return queueTime.get();
        }

        @Override
        public long minTransferRate() {
            return 1;
        }

        @Override
        public Duration transferGracePeriod() {
            return Duration.ofHours(1);
        }
    }

    private record NoFailpoints() implements FailpointConfig {
        @Override
        public Map<Failpoint, Integer> halt() {
            return Map.of();
        }

        @Override
        public Map<Failpoint, Integer> hang() {
            return Map.of();
        }
    }

    private record OneWriter() implements TurnConfig {
        @Override
        public int writers() {
            return 1;
        }

        @Override
        public int maxGroupTurns() {
            return MAX_GROUP_TURNS;
        }

        @Override
        public int maxWaitingRequests() {
            return MAX_WAITING_REQUESTS;
        }

        @Override
        public long maxGroupBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public long maxWaitingBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public Duration stuckTimeout() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration writeRetryTimeout() {
            return Duration.ofSeconds(120);
        }
    }
}

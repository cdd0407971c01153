package dev.parlance.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.contract.ConversationId;
import dev.parlance.conversation.turn.RecordTurn.Said;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.FailpointConfig;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.problem.Overloaded;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnWritersTest {
    private static final int WAITING = 8;
    private static final int MOST_TURNS = 100;

    /// One writer; what it writes is decided by the test.
    private final List<List<Said>> groups = new ArrayList<>();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private TurnWriters writers;

    private interface Writing {
        List<List<Outcome>> write(List<Said> group);
    }

    @AfterEach
    void stop() throws InterruptedException {
        released.countDown();
        writers.stop(new ShutdownEvent());
    }

    @Test
    void requestsThatWaitForACommitShareTheNextOne() {
        startWith(this::answered);
        List<Said> said = said(5);
        var answers = said.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        answers.forEach(answer -> assertThat(answer.join()).isEmpty());
        assertThat(groups).hasSizeLessThanOrEqualTo(2);
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(said);
    }

    @Test
    void aRequestThatFailsForGoodHarmsNoneOfItsNeighbours() {
        List<Said> said = said(4);
        startWith(group -> {
            if (group.contains(said.get(2))) {
                throw new IllegalStateException("no column takes it");
            }
            return answered(group);
        });
        var answers = said.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        for (int at : new int[] {0, 1, 3}) {
            assertThat(answers.get(at).join()).isEmpty();
        }
        assertThatThrownBy(answers.get(2)::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailureThatPassesIsTriedAgainBeforeAnybodyIsAnswered() {
        var tries = new AtomicInteger();
        startWith(group -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLTransientConnectionException("away"));
            }
            return answered(group);
        });
        released.countDown();
        assertThat(writers.write(said(1).getFirst()).toCompletableFuture().join())
                .isEmpty();
        assertThat(tries).hasValue(3);
    }

    @Test
    void pastTheBoundARequestIsRefusedAndNotKept() {
        // Given a writer at work, and as many behind it as may wait
        startWith(this::answered);
        List<Said> said = said(WAITING + 2);
        var _ = writers.write(said.getFirst());
        await(begun);
        said.subList(1, WAITING + 1).forEach(writers::write);
        // Then
        assertThatThrownBy(() -> writers.write(said.getLast())).isInstanceOf(Overloaded.class);
    }

    @Test
    void noTransactionHoldsMoreTurnsThanItMay() {
        startWith(this::answered);
        List<Said> said = said(6, 40);
        var answers = said.stream()
                .map(one -> writers.write(one).toCompletableFuture())
                .toList();
        released.countDown();
        answers.forEach(answer -> assertThat(answer.join()).isEmpty());
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(MOST_TURNS / 40));
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(said);
    }

    private void startWith(Writing writing) {
        var recordTurn = new RecordTurn(null, null, null, null) {
            @Override
            List<List<Outcome>> record(List<Said> group) {
                begun.countDown();
                await(released);
                groups.add(List.copyOf(group));
                return writing.write(group);
            }
        };
        writers = new TurnWriters(recordTurn, new OneWriter(), new Failpoints(new NoFailpoints()));
        writers.start(new StartupEvent());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<List<Outcome>> answered(List<Said> group) {
        return group.stream().map(_ -> List.<Outcome>of()).toList();
    }

    private static List<Said> said(int requests) {
        return said(requests, 1);
    }

    private static List<Said> said(int requests, int turns) {
        List<NewTurn.Sent> each = Collections.nCopies(turns, new NewTurn.Sent(null, null, null));
        return IntStream.range(0, requests)
                .mapToObj(_ -> new Said("default", new ConversationId(UUID.randomUUID()), each, null))
                .toList();
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
        public int group() {
            return MOST_TURNS;
        }

        @Override
        public int waiting() {
            return WAITING;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(120);
        }
    }
}

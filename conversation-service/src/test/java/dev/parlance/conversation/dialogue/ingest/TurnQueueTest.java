package dev.parlance.conversation.dialogue.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.conversation.dialogue.ingest.TurnQueue.QueuedRequest;
import dev.parlance.conversation.dialogue.turn.NewTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnQueueTest {
    private static final int MAX_GROUP_TURNS = 10;

    private static final int MAX_BYTES = 1_000;
    private static final int MAX_GROUP_BYTES = 500;
    private static final int TURN_BYTES = 10;

    private final TurnQueue queue =
            new TurnQueue(new TurnQueue.Limits(100, MAX_BYTES, MAX_GROUP_TURNS, MAX_GROUP_BYTES));

    @Test
    void aRequestLargerThanAGroupGetsATransactionOfItsOwn() throws InterruptedException {
        QueuedRequest large = offer(MAX_GROUP_TURNS + 1);
        QueuedRequest small = offer(1);
        List<QueuedRequest> group = queue.takeGroup();
        assertThat(group).containsExactly(large);
        queue.finishGroup(group);
        assertThat(queue.takeGroup()).containsExactly(small);
    }

    @Test
    void aSecondTransactionBeginsOnlyWhenAFullGroupWaits() throws Exception {
        // Given a transaction that is running
        offer(1);
        queue.takeGroup();
        QueuedRequest first = offer(MAX_GROUP_TURNS - 1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            // When
            var begun = new CountDownLatch(1);
            Future<List<QueuedRequest>> second = threads.submit(() -> {
                begun.countDown();
                return queue.takeGroup();
            });
            begun.await();
            assertThat(second).isNotDone();
            QueuedRequest full = offer(1);
            // Then
            assertThat(second.get()).containsExactly(first, full);
        }
    }

    @Test
    void waitingRequestsAreTakenWhenTheOnlyTransactionEnds() throws Exception {
        offer(1);
        List<QueuedRequest> group = queue.takeGroup();
        QueuedRequest next = offer(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<List<QueuedRequest>> second = threads.submit(queue::takeGroup);
            queue.finishGroup(group);
            assertThat(second.get()).containsExactly(next);
        }
    }

    @Test
    void waitingRequestsAreTakenAfterTheClose() throws InterruptedException {
        QueuedRequest last = offer(1);
        queue.close();
        List<QueuedRequest> group = queue.takeGroup();
        assertThat(group).containsExactly(last);
        queue.finishGroup(group);
        assertThat(queue.takeGroup()).isEmpty();
    }

    @Test
    void whatWaitsIsBoundedInBytes() throws InterruptedException {
        offer(1, MAX_BYTES - 1);
        assertThat(queue.offer(request(1, 2))).isFalse();
        offer(1, 1);
        queue.finishGroup(queue.takeGroup());
        offer(1, MAX_BYTES - 1);
    }

    @Test
    void aRequestLargerThanTheQueueIsTakenWhileNoOtherWaits() throws InterruptedException {
        QueuedRequest large = offer(1, 2 * MAX_BYTES);
        assertThat(queue.offer(request(1, 1))).isFalse();
        assertThat(queue.takeGroup()).containsExactly(large);
        offer(1, 1);
    }

    @Test
    void aTransactionIsBoundedInBytes() throws InterruptedException {
        QueuedRequest first = offer(1, MAX_GROUP_BYTES - 1);
        QueuedRequest second = offer(1, 1);
        QueuedRequest third = offer(1, 1);
        List<QueuedRequest> group = queue.takeGroup();
        assertThat(group).containsExactly(first, second);
        queue.finishGroup(group);
        assertThat(queue.takeGroup()).containsExactly(third);
    }

    @Test
    void aSecondTransactionBeginsWhenTheBytesOfOneWait() throws InterruptedException {
        offer(1);
        queue.takeGroup();
        QueuedRequest full = offer(1, MAX_GROUP_BYTES);
        assertThat(queue.takeGroup()).containsExactly(full);
    }

    @Test
    void theOldestRequestWaitsUntilItsTransactionHasEnded() throws InterruptedException {
        assertThat(queue.oldestWait()).isZero();
        offer(1);
        assertThat(queue.oldestWait()).isPositive();
        List<QueuedRequest> group = queue.takeGroup();
        assertThat(queue.oldestWait()).isPositive();
        queue.finishGroup(group);
        assertThat(queue.oldestWait()).isZero();
    }

    private QueuedRequest offer(int turns) {
        return offer(turns, TURN_BYTES);
    }

    private QueuedRequest offer(int turns, int bytesOfEach) {
        QueuedRequest request = request(turns, bytesOfEach);
        assertThat(queue.offer(request)).isTrue();
        return request;
    }

    private static QueuedRequest request(int turns, int bytesOfEach) {
        return QueuedRequest.of(
                new TurnSubmission(
                        "default",
                        new ConversationId(UUID.randomUUID()),
                        Collections.nCopies(turns, new NewTurn.SubmittedTurn(null, null, null, bytesOfEach)),
                        null),
                () -> false);
    }
}

package dev.parlance.conversation.dialogue.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.conversation.dialogue.ingest.TurnQueue.QueuedRequest;
import dev.parlance.conversation.dialogue.turn.NewTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnQueueTest {
    private static final int MAX_GROUP_TURNS = 10;

    private final TurnQueue queue = new TurnQueue(100, MAX_GROUP_TURNS);

    @Test
    void aRequestLargerThanAGroupGetsATransactionOfItsOwn() throws InterruptedException {
        QueuedRequest large = offer(MAX_GROUP_TURNS + 1);
        QueuedRequest small = offer(1);
        assertThat(queue.takeGroup()).containsExactly(large);
        queue.finishGroup();
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
        queue.takeGroup();
        QueuedRequest next = offer(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<List<QueuedRequest>> second = threads.submit(queue::takeGroup);
            queue.finishGroup();
            assertThat(second.get()).containsExactly(next);
        }
    }

    @Test
    void waitingRequestsAreTakenAfterTheClose() throws InterruptedException {
        QueuedRequest last = offer(1);
        queue.close();
        assertThat(queue.takeGroup()).containsExactly(last);
        queue.finishGroup();
        assertThat(queue.takeGroup()).isEmpty();
    }

    private QueuedRequest offer(int turns) {
        var submission = new TurnSubmission(
                "default",
                new ConversationId(UUID.randomUUID()),
                Collections.nCopies(turns, new NewTurn.SubmittedTurn(null, null, null)),
                null);
        var request = new QueuedRequest(submission, new CompletableFuture<>());
        assertThat(queue.offer(request)).isTrue();
        return request;
    }
}

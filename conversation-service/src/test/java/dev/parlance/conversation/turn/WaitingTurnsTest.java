package dev.parlance.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.ConversationId;
import dev.parlance.conversation.turn.RecordTurn.Said;
import dev.parlance.conversation.turn.WaitingTurns.Waiting;
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
class WaitingTurnsTest {
    private static final int GROUP = 10;

    private final WaitingTurns waiting = new WaitingTurns(100, GROUP);

    @Test
    void aLargerRequestThanATransactionHoldsHasOneOfItsOwn() throws InterruptedException {
        Waiting large = offer(GROUP + 1);
        Waiting small = offer(1);
        assertThat(waiting.take()).containsExactly(large);
        waiting.written();
        assertThat(waiting.take()).containsExactly(small);
    }

    @Test
    void beginsASecondTransactionOnlyWhenAFullOneWaits() throws Exception {
        // Given one at work
        offer(1);
        waiting.take();
        Waiting first = offer(GROUP - 1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            // When
            var begun = new CountDownLatch(1);
            Future<List<Waiting>> second = threads.submit(() -> {
                begun.countDown();
                return waiting.take();
            });
            begun.await();
            assertThat(second).isNotDone();
            Waiting full = offer(1);
            // Then
            assertThat(second.get()).containsExactly(first, full);
        }
    }

    @Test
    void whatWaitsIsTakenAsSoonAsTheOnlyTransactionIsOver() throws Exception {
        offer(1);
        waiting.take();
        Waiting next = offer(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<List<Waiting>> second = threads.submit(waiting::take);
            waiting.written();
            assertThat(second.get()).containsExactly(next);
        }
    }

    @Test
    void everythingIsTakenBeforeTheCloseIsFelt() throws InterruptedException {
        Waiting last = offer(1);
        waiting.close();
        assertThat(waiting.take()).containsExactly(last);
        waiting.written();
        assertThat(waiting.take()).isEmpty();
    }

    private Waiting offer(int turns) {
        var said = new Said(
                "default",
                new ConversationId(UUID.randomUUID()),
                Collections.nCopies(turns, new NewTurn.Sent(null, null, null)),
                null);
        var request = new Waiting(said, new CompletableFuture<>());
        assertThat(waiting.offer(request)).isTrue();
        return request;
    }
}

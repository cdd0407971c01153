package dev.parlance.conversation.dialogue.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.conversation.dialogue.conversation.ConversationBusy;
import dev.parlance.conversation.dialogue.ingest.TurnQueue.QueuedRequest;
import dev.parlance.conversation.dialogue.turn.NewTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeferredRequestsTest {
    private static final List<TurnOutcome> BUSY =
            List.of(new TurnOutcome.Refused(new ConversationBusy("conversation")));

    private final TurnQueue queue = new TurnQueue(new TurnQueue.Limits(100, 1 << 20, 10, 1 << 20));

    @Test
    void aDeferredRequestReturnsToTheQueue() throws InterruptedException {
        QueuedRequest request = request(1);
        assertThat(deferred(Duration.ofMinutes(1)).defer(request, BUSY)).isTrue();
        assertThat(queue.takeGroup()).containsExactly(request);
    }

    @Test
    void aRequestThatHasWaitedTooLongIsNotDeferredAgain() {
        DeferredRequests deferred = deferred(Duration.ZERO);
        QueuedRequest request = request(1);
        assertThat(deferred.defer(request, BUSY)).isTrue();
        assertThat(deferred.defer(request, BUSY)).isFalse();
    }

    @Test
    void asManyTurnsWaitAsFitUntilSomeAreAnswered() {
        DeferredRequests deferred = deferred(Duration.ofMinutes(1));
        QueuedRequest large = request(10);
        assertThat(deferred.defer(large, BUSY)).isTrue();
        assertThat(deferred.defer(request(1), BUSY)).isFalse();
        // When
        large.result().complete(BUSY);
        // Then
        assertThat(deferred.size()).isZero();
        assertThat(deferred.defer(request(1), BUSY)).isTrue();
    }

    @Test
    void aRequestThatTheQueueDoesNotTakeBackIsAnswered() {
        queue.close();
        QueuedRequest request = request(1);
        assertThat(deferred(Duration.ofMinutes(1)).defer(request, BUSY)).isTrue();
        assertThat(request.result().join()).isEqualTo(BUSY);
    }

    private DeferredRequests deferred(Duration timeout) {
        return new DeferredRequests(queue, timeout, 10);
    }

    private static QueuedRequest request(int turns) {
        var submission = new TurnSubmission(
                "default",
                new ConversationId(UUID.randomUUID()),
                Collections.nCopies(turns, new NewTurn.SubmittedTurn(null, null, null, 0)),
                null);
        return QueuedRequest.of(submission, () -> false);
    }
}

package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.conversation.dialogue.ingest.TurnQueue.QueuedRequest;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Requests whose conversation another transaction has locked. Each returns to the queue after a short pause, again and
/// again until its conversation is free or it has waited too long; requests of other conversations are written
/// meanwhile.
final class DeferredRequests {
    private static final long PAUSE_MILLIS = 50;

    private final TurnQueue queue;
    private final Duration timeout;
    private final int maxTurns;
    private final Executor afterPause = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    /// In nanoseconds of the clock that never goes back; a request is removed when it is answered.
    private final IdentityHashMap<QueuedRequest, Long> deadlines = new IdentityHashMap<>();

    private int turns;

    /// @param timeout  how long a request waits
    /// @param maxTurns the most turns that wait
    DeferredRequests(TurnQueue queue, Duration timeout, int maxTurns) {
        this.queue = queue;
        this.timeout = timeout;
        this.maxTurns = maxTurns;
    }

    /// @param outcomes the answer if the queue does not take it back
    /// @return false if the request waits no longer: its time is over, or too many turns wait
    boolean defer(QueuedRequest request, List<TurnOutcome> outcomes) {
        if (!mayWait(request)) {
            return false;
        }
        afterPause.execute(() -> {
            if (!queue.offer(request)) {
                request.result().complete(outcomes);
            }
        });
        return true;
    }

    /// Whether a request has been deferred and is not answered yet.
    synchronized boolean contains(QueuedRequest request) {
        return deadlines.containsKey(request);
    }

    synchronized int size() {
        return deadlines.size();
    }

    private synchronized boolean mayWait(QueuedRequest request) {
        Long deadline = deadlines.get(request);
        if (deadline != null) {
            return System.nanoTime() - deadline < 0;
        }
        if (turns + request.turns() > maxTurns) {
            return false;
        }
        deadlines.put(request, System.nanoTime() + timeout.toNanos());
        turns += request.turns();
        var _ = request.result().whenComplete((_, _) -> remove(request));
        return true;
    }

    private synchronized void remove(QueuedRequest request) {
        if (deadlines.remove(request) != null) {
            turns -= request.turns();
        }
    }
}

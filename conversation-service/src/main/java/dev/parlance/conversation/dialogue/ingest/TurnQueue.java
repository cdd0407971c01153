package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The requests that wait for their transaction, in order of arrival. One transaction at a time takes all that wait,
/// because a few large transactions cost far less than many small ones. Another one begins beside it only when enough
/// turns for a full transaction wait.
final class TurnQueue {
    private final int maxRequests;
    private final int maxGroupTurns;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<QueuedRequest> requests = new ArrayDeque<>();
    private int turns;
    private int writing;
    private boolean closed;

    /// @param maxRequests   the most requests that wait
    /// @param maxGroupTurns turns of a full transaction; a request with more gets a transaction of its own
    TurnQueue(int maxRequests, int maxGroupTurns) {
        this.maxRequests = maxRequests;
        this.maxGroupTurns = maxGroupTurns;
    }

    record QueuedRequest(TurnSubmission submission, CompletableFuture<List<TurnOutcome>> result) {
        int turns() {
            return submission.turns().size();
        }
    }

    /// @return false if the queue is full
    boolean offer(QueuedRequest request) {
        lock.lock();
        try {
            if (requests.size() >= maxRequests) {
                return false;
            }
            requests.add(request);
            turns += request.turns();
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the next transaction may begin and returns its requests; [#finishGroup] must follow. Empty after
    /// [#close], once all requests have been taken.
    List<QueuedRequest> takeGroup() throws InterruptedException {
        lock.lock();
        try {
            while (requests.isEmpty() ? !closed : writing > 0 && turns < maxGroupTurns) {
                changed.await();
            }
            List<QueuedRequest> group = new ArrayList<>();
            int groupTurns = 0;
            while (!requests.isEmpty()
                    && (group.isEmpty() || groupTurns + requests.peek().turns() <= maxGroupTurns)) {
                QueuedRequest next = requests.remove();
                groupTurns += next.turns();
                group.add(next);
            }
            turns -= groupTurns;
            writing++;
            return group;
        } finally {
            lock.unlock();
        }
    }

    /// A transaction has ended.
    void finishGroup() {
        lock.lock();
        try {
            writing--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// No further request will be offered; those in the queue can still be taken.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

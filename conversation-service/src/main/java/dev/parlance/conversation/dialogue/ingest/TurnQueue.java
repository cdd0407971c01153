package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.conversation.dialogue.turn.NewTurn.SubmittedTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import dev.parlance.kit.request.QueuePlace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The requests that wait for their transaction, in order of arrival. One transaction at a time takes all that wait,
/// because a few large transactions cost far less than many small ones. Another one begins beside it only when enough
/// turns for a full transaction wait. What waits, and what a transaction takes, is bounded in number and in bytes.
final class TurnQueue {
    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<QueuedRequest> requests = new ArrayDeque<>();
    private final Set<List<QueuedRequest>> writing = Collections.newSetFromMap(new IdentityHashMap<>());
    private int turns;
    private long bytes;
    private boolean closed;

    /// @param maxRequests   the most requests that wait
    /// @param maxBytes      of turns that wait; a request with more is accepted while no other waits
    /// @param maxGroupTurns turns of a full transaction; a request with more gets a transaction of its own
    /// @param maxGroupBytes of turns of a full transaction; a request with more gets a transaction of its own
    record Limits(int maxRequests, long maxBytes, int maxGroupTurns, long maxGroupBytes) {}

    TurnQueue(Limits limits) {
        this.limits = limits;
    }

    /// @param bytes of its turns
    record QueuedRequest(
            TurnSubmission submission, long bytes, QueuePlace place, CompletableFuture<List<TurnOutcome>> result) {
        /// A request that arrives now.
        ///
        /// @param clientGone whether nobody waits for the response any more
        static QueuedRequest of(TurnSubmission submission, BooleanSupplier clientGone) {
            long bytes =
                    submission.turns().stream().mapToLong(SubmittedTurn::bytes).sum();
            return new QueuedRequest(submission, bytes, QueuePlace.takenNow(clientGone), new CompletableFuture<>());
        }

        int turns() {
            return submission.turns().size();
        }
    }

    /// @return false if the queue is full or closed
    boolean offer(QueuedRequest request) {
        lock.lock();
        try {
            boolean isFull = requests.size() >= limits.maxRequests()
                    || (!requests.isEmpty() && bytes + request.bytes() > limits.maxBytes());
            if (closed || isFull) {
                return false;
            }
            requests.add(request);
            turns += request.turns();
            bytes += request.bytes();
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
            while (requests.isEmpty() ? !closed : !writing.isEmpty() && !isFullGroupWaiting()) {
                changed.await();
            }
            // Has room for all at once: a request that was removed and could not be added would never be answered.
            List<QueuedRequest> group = new ArrayList<>(requests.size());
            int groupTurns = 0;
            long groupBytes = 0;
            while (!requests.isEmpty() && (group.isEmpty() || fits(requests.peek(), groupTurns, groupBytes))) {
                QueuedRequest next = requests.remove();
                groupTurns += next.turns();
                groupBytes += next.bytes();
                group.add(next);
            }
            turns -= groupTurns;
            bytes -= groupBytes;
            writing.add(group);
            return group;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFullGroupWaiting() {
        return turns >= limits.maxGroupTurns() || bytes >= limits.maxGroupBytes();
    }

    private boolean fits(QueuedRequest next, int groupTurns, long groupBytes) {
        return groupTurns + next.turns() <= limits.maxGroupTurns()
                && groupBytes + next.bytes() <= limits.maxGroupBytes();
    }

    /// A transaction has ended.
    ///
    /// @param group as [#takeGroup] gave it out
    void finishGroup(List<QueuedRequest> group) {
        lock.lock();
        try {
            writing.remove(group);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// How long the oldest request has waited that is not answered yet, whether it waits for its transaction or is
    /// being written; zero if there is none.
    Duration oldestWait() {
        lock.lock();
        try {
            long now = System.nanoTime();
            return Stream.concat(
                            Stream.ofNullable(requests.peek()),
                            writing.stream().flatMap(group -> group.stream().limit(1)))
                    .map(request -> request.place().age(now))
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        } finally {
            lock.unlock();
        }
    }

    /// Takes no further request; those in the queue can still be taken.
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

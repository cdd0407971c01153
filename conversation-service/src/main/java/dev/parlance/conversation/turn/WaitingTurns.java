package dev.parlance.conversation.turn;

import dev.parlance.conversation.turn.RecordTurn.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Requests that wait for their transaction, in the order in which they came. One transaction at a time takes what
/// waits, because few large ones cost far less than many small ones; a further one begins beside it only when there is
/// enough for a full one.
final class WaitingTurns {
    private final int mostRequests;
    private final int group;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Queue<Waiting> requests = new ArrayDeque<>();
    private int turns;
    private int writing;
    private boolean closed;

    /// @param mostRequests that wait
    /// @param group        turns that make a full transaction; a request with more has one of its own
    WaitingTurns(int mostRequests, int group) {
        this.mostRequests = mostRequests;
        this.group = group;
    }

    record Waiting(Said said, CompletableFuture<List<Outcome>> answer) {
        int turns() {
            return said.turns().size();
        }
    }

    /// False past the bound.
    boolean offer(Waiting request) {
        lock.lock();
        try {
            if (requests.size() >= mostRequests) {
                return false;
            }
            requests.add(request);
            turns += request.turns();
            change.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// What the next transaction writes, as soon as it may begin; [#written] must follow. Nothing after the close, when
    /// all has been taken.
    List<Waiting> take() throws InterruptedException {
        lock.lock();
        try {
            while (requests.isEmpty() ? !closed : writing > 0 && turns < group) {
                change.await();
            }
            List<Waiting> taken = new ArrayList<>();
            int held = 0;
            while (!requests.isEmpty()
                    && (taken.isEmpty() || held + requests.peek().turns() <= group)) {
                Waiting next = requests.remove();
                held += next.turns();
                taken.add(next);
            }
            turns -= held;
            writing++;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// A transaction is over.
    void written() {
        lock.lock();
        try {
            writing--;
            change.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Nobody waits for more than what is here.
    void close() {
        lock.lock();
        try {
            closed = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

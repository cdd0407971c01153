package dev.parlance.conversation.turn;

import dev.parlance.conversation.turn.RecordTurn.Said;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Group commit: what waits while one transaction commits is written by the next one together, so that many share the
/// price of a commit and a single one never waits for company. Each request is answered only after the commit that
/// holds its turns. The queues are bounded: past the bound a request is refused, not kept.
@ApplicationScoped
class TurnWriters {
    private static final Logger LOG = Logger.getLogger(TurnWriters.class);
    private static final long RETRY_PAUSE_MILLIS = 100;
    private static final long LOOK_FOR_STOP_MILLIS = 500;

    private final RecordTurn recordTurn;
    private final TurnConfig config;
    private final Failpoints failpoints;
    private final List<Writer> writers;
    private volatile boolean stopping;

    TurnWriters(RecordTurn recordTurn, TurnConfig config, Failpoints failpoints) {
        this.recordTurn = recordTurn;
        this.config = config;
        this.failpoints = failpoints;
        this.writers = IntStream.rangeClosed(1, config.writers())
                .mapToObj(number -> new Writer("turn-writer-" + number))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        writers.forEach(Thread::start);
    }

    /// What has been accepted for writing is written; by now no further request comes in.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (Writer writer : writers) {
            writer.join(config.patience());
        }
    }

    /// Records turns with whatever else is waiting.
    ///
    /// @return completed after the commit, one outcome for each turn; a caller who no longer listens cancels nobody
    /// @throws Overloaded if too many wait already
    CompletionStage<List<Outcome>> write(Said said) {
        var waiting = new Waiting(said, new CompletableFuture<>());
        // One conversation, one writer: two transactions would only wait for each other at its row.
        int writer = Math.floorMod(said.conversation().hashCode(), writers.size());
        if (!writers.get(writer).queue.offer(waiting)) {
            throw new Overloaded("More turns are waiting to be written than the service takes; send it again");
        }
        return waiting.answer();
    }

    private record Waiting(Said said, CompletableFuture<List<Outcome>> answer) {
        int turns() {
            return said.turns().size();
        }
    }

    private final class Writer extends Thread {
        private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(config.waiting());

        Writer(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            List<Waiting> group = new ArrayList<>();
            try {
                while (!stopping || !queue.isEmpty()) {
                    Waiting first = queue.poll(LOOK_FOR_STOP_MILLIS, TimeUnit.MILLISECONDS);
                    if (first != null) {
                        group.add(first);
                        addWaiting(group, first.turns());
                        write(group);
                        group.clear();
                    }
                }
            } catch (InterruptedException e) {
                currentThread().interrupt();
            }
        }

        /// Only this thread takes from the queue, so what it has looked at is what it takes.
        private void addWaiting(List<Waiting> group, int already) {
            int turns = already;
            Waiting next = queue.peek();
            while (next != null && turns + next.turns() <= config.group()) {
                group.add(queue.poll());
                turns += next.turns();
                next = queue.peek();
            }
        }

        private void write(List<Waiting> group) throws InterruptedException {
            try {
                List<List<Outcome>> outcomes = withPatience(group);
                failpoints.pass(Failpoint.AFTER_TURN_COMMIT_BEFORE_ANSWER);
                for (int at = 0; at < group.size(); at++) {
                    group.get(at).answer().complete(outcomes.get(at));
                }
            } catch (RuntimeException failure) {
                if (group.size() == 1 || TransientFailure.isTransient(failure)) {
                    group.forEach(one -> one.answer().completeExceptionally(failure));
                    return;
                }
                LOG.warnf(
                        "event=group-taken-apart requests=%d cause=%s", group.size(), TransientFailure.brief(failure));
                for (Waiting one : List.copyOf(group)) {
                    write(List.of(one));
                }
            }
        }

        /// A commit whose answer was lost is tried again as well: what it stored is known then, not stored twice.
        private List<List<Outcome>> withPatience(List<Waiting> group) throws InterruptedException {
            List<Said> said = group.stream().map(Waiting::said).toList();
            long deadline = System.nanoTime() + config.patience().toNanos();
            while (true) {
                try {
                    return recordTurn.record(said);
                } catch (RuntimeException failure) {
                    if (!TransientFailure.isTransient(failure) || System.nanoTime() > deadline || stopping) {
                        throw failure;
                    }
                    LOG.warnf("event=group-retried requests=%d cause=%s", said.size(), TransientFailure.brief(failure));
                    sleep(RETRY_PAUSE_MILLIS);
                }
            }
        }
    }
}

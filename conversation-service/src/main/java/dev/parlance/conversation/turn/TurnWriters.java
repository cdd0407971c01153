package dev.parlance.conversation.turn;

import dev.parlance.conversation.turn.RecordTurn.Said;
import dev.parlance.conversation.turn.WaitingTurns.Waiting;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Group commit: what waits while one transaction commits is written by the next one together, so that many share the
/// price of a commit and a single one never waits for company. Each request is answered only after the commit that
/// holds its turns. What waits is bounded: past the bound a request is refused, not kept.
@ApplicationScoped
class TurnWriters {
    private static final Logger LOG = Logger.getLogger(TurnWriters.class);
    private static final long RETRY_PAUSE_MILLIS = 100;

    private final RecordTurn recordTurn;
    private final TurnConfig config;
    private final Failpoints failpoints;
    private final WaitingTurns waiting;
    private final List<Writer> writers;
    private volatile boolean stopping;

    TurnWriters(RecordTurn recordTurn, TurnConfig config, Failpoints failpoints) {
        this.recordTurn = recordTurn;
        this.config = config;
        this.failpoints = failpoints;
        this.waiting = new WaitingTurns(config.waiting(), config.group());
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
        waiting.close();
        for (Writer writer : writers) {
            writer.join(config.patience());
        }
    }

    /// Records turns with whatever else is waiting.
    ///
    /// @return completed after the commit, one outcome for each turn; a caller who no longer listens cancels nobody
    /// @throws Overloaded if too many wait already
    CompletionStage<List<Outcome>> write(Said said) {
        var request = new Waiting(said, new CompletableFuture<>());
        if (!waiting.offer(request)) {
            throw new Overloaded("More turns are waiting to be written than the service takes; send it again");
        }
        return request.answer();
    }

    private final class Writer extends Thread {
        Writer(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                List<Waiting> group = waiting.take();
                while (!group.isEmpty()) {
                    writeAll(group);
                    group = waiting.take();
                }
            } catch (InterruptedException e) {
                currentThread().interrupt();
            }
        }

        private void writeAll(List<Waiting> group) throws InterruptedException {
            try {
                write(group);
            } finally {
                waiting.written();
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

package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.conversation.dialogue.conversation.ConversationBusy;
import dev.parlance.conversation.dialogue.ingest.TurnQueue.QueuedRequest;
import dev.parlance.conversation.dialogue.turn.RecordTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Refused;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.request.RequestDeadlines;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Group commit: requests that arrive while a transaction commits are written together by the next one. Many requests
/// share the cost of a commit, and a single one is never delayed for others. Each request is completed only after the
/// commit of its turns. The queue is bounded in requests, in bytes and in time: a request beyond it, or one that has
/// waited too long, is refused with 503. No failure, an `Error` included, ends a writer or leaves a request without an
/// answer.
///
/// A conversation that another transaction has locked holds up its own requests alone: they are deferred.
@ApplicationScoped
class TurnWriters {
    private static final Logger LOG = Logger.getLogger(TurnWriters.class);
    private static final long RETRY_INTERVAL_MILLIS = 100;

    private final RecordTurn recordTurn;
    private final TurnConfig config;
    private final Failpoints failpoints;
    private final RequestDeadlines deadlines;
    private final TurnQueue queue;
    private final DeferredRequests deferred;
    private final List<Writer> writers;
    private volatile boolean stopping;

    TurnWriters(RecordTurn recordTurn, TurnConfig config, Failpoints failpoints, RequestDeadlines deadlines) {
        this.recordTurn = recordTurn;
        this.config = config;
        this.failpoints = failpoints;
        this.deadlines = deadlines;
        this.queue = new TurnQueue(new TurnQueue.Limits(
                config.maxWaitingRequests(), config.maxWaitingBytes(), config.maxGroupTurns(), config.maxGroupBytes()));
        this.deferred = new DeferredRequests(queue, config.writeRetryTimeout(), config.maxGroupTurns());
        this.writers = IntStream.rangeClosed(1, config.writers())
                .mapToObj(number -> new Writer("turn-writer-" + number))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        writers.forEach(Thread::start);
    }

    /// Writes the requests that have been accepted. No further request arrives at this point of the shutdown.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        queue.close();
        for (Writer writer : writers) {
            writer.join(config.writeRetryTimeout());
        }
    }

    /// Records turns together with other waiting requests.
    ///
    /// @return completed after the commit, one outcome for each turn; cancelling it has no effect on the write
    /// @throws Overloaded if the queue is full
    CompletionStage<List<TurnOutcome>> write(TurnSubmission submission) {
        return write(submission, () -> false);
    }

    /// The same for a client that may go before its turns are written: then they are not.
    ///
    /// @param clientGone whether nobody waits for the response any more
    CompletionStage<List<TurnOutcome>> write(TurnSubmission submission, BooleanSupplier clientGone) {
        var request = QueuedRequest.of(submission, clientGone);
        if (!queue.offer(request)) {
            throw new Overloaded("More turns are waiting to be written than the service takes; send it again");
        }
        return request.result();
    }

    /// Whether every writer lives: none ends before the service does.
    boolean areAlive() {
        return stopping || writers.stream().allMatch(Thread::isAlive);
    }

    /// How long the oldest request has waited that is not answered yet.
    Duration oldestWait() {
        return queue.oldestWait();
    }

    /// Requests that wait because another transaction has locked their conversation.
    int deferredRequests() {
        return deferred.size();
    }

    private void answer(QueuedRequest request, List<TurnOutcome> outcomes) {
        if (outcomes.stream().noneMatch(TurnWriters::isBusy) || !deferred.defer(request, outcomes)) {
            request.result().complete(outcomes);
        }
    }

    private static boolean isBusy(TurnOutcome outcome) {
        return outcome instanceof Refused(ConversationBusy _);
    }

    /// Answers a request that has waited too long, or for nobody. How long a deferred one waits is decided where it is
    /// deferred.
    private boolean isWanted(QueuedRequest request) {
        try {
            if (deferred.contains(request)
                    ? deadlines.isClientWaiting(request.place())
                    : deadlines.isWanted(request.place())) {
                return true;
            }
            request.result().completeExceptionally(new Overloaded("The client has gone; nothing was done"));
        } catch (Overloaded tooOld) {
            request.result().completeExceptionally(tooOld);
        }
        return false;
    }

    private final class Writer extends Thread {
        Writer(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            boolean isOpen = true;
            while (isOpen) {
                try {
                    List<QueuedRequest> group = queue.takeGroup();
                    isOpen = !group.isEmpty();
                    if (isOpen) {
                        writeAll(group);
                    }
                } catch (InterruptedException e) {
                    currentThread().interrupt();
                    return;
                } catch (Throwable failure) { // nobody would start this thread again
                    logFailure(failure);
                }
            }
        }

        /// Answers every request of the group, whatever happens: nobody else would.
        private void writeAll(List<QueuedRequest> group) throws InterruptedException {
            try {
                List<QueuedRequest> wanted =
                        group.stream().filter(TurnWriters.this::isWanted).toList();
                if (!wanted.isEmpty()) {
                    write(wanted);
                }
            } catch (Throwable failure) {
                group.forEach(one -> one.result().completeExceptionally(failure));
                throw failure;
            } finally {
                queue.finishGroup(group);
            }
        }

        private void write(List<QueuedRequest> group) throws InterruptedException {
            try {
                List<List<TurnOutcome>> outcomes = recordWithRetry(group);
                failpoints.pass(Failpoint.AFTER_TURN_COMMIT_BEFORE_ANSWER);
                for (int at = 0; at < group.size(); at++) {
                    answer(group.get(at), outcomes.get(at));
                }
            } catch (RuntimeException | Error failure) {
                if (group.size() == 1 || failure instanceof OutOfMemoryError || TransientFailure.isTransient(failure)) {
                    group.forEach(one -> one.result().completeExceptionally(failure));
                    return;
                }
                LOG.warnf("event=turn-group-split requests=%d cause=%s", group.size(), TransientFailure.brief(failure));
                for (QueuedRequest one : List.copyOf(group)) {
                    write(List.of(one));
                }
            }
        }

        /// A commit whose result was lost is retried as well: its turns are then known and not stored twice.
        private List<List<TurnOutcome>> recordWithRetry(List<QueuedRequest> group) throws InterruptedException {
            List<TurnSubmission> submissions =
                    group.stream().map(QueuedRequest::submission).toList();
            long deadline = System.nanoTime() + config.writeRetryTimeout().toNanos();
            while (true) {
                try {
                    return recordTurn.record(submissions);
                } catch (RuntimeException failure) {
                    if (!TransientFailure.isTransient(failure) || System.nanoTime() > deadline || stopping) {
                        throw failure;
                    }
                    LOG.warnf(
                            "event=turn-group-retried requests=%d cause=%s",
                            submissions.size(), TransientFailure.brief(failure));
                    sleep(RETRY_INTERVAL_MILLIS);
                }
            }
        }

        private static void logFailure(Throwable failure) {
            try {
                LOG.errorf(failure, "event=turn-writer-failed");
            } catch (Throwable unloggable) {
                // for example without memory; the requests were answered
            }
        }
    }
}

package dev.parlance.analysis.operations.reanalysis;

import dev.parlance.analysis.operations.reanalysis.ReanalyzeTurns.Outcome;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.lease.LeasedWorker;
import dev.parlance.kit.lease.LeasedWorker.WorkerSettings;
import dev.parlance.kit.lease.Leases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;

/// Runs the reanalyses one after the other, learner by learner, on one instance at a time and at a bounded rate. While
/// none is running, it replaces provisional analyses. If the instance stops, the next holder of the lease continues
/// behind the last learner who was completed; turns that were replaced are not due any more.
@ApplicationScoped
class ReanalysisWorker {
    private static final Logger LOG = Logger.getLogger(ReanalysisWorker.class);
    private static final Duration LEASE_DURATION = Duration.ofSeconds(20);
    private static final Duration IDLE_INTERVAL = Duration.ofSeconds(1);
    private static final int MAX_BATCH_TURNS = 100;
    private static final int MAX_CATCH_UP_LEARNERS = 20;

    private final Reanalyses reanalyses;
    private final ReanalyzeTurns reanalyzeTurns;
    private final int rate;
    private final LeasedWorker worker;
    private LearnerCursor catchUpCursor = LearnerCursor.START; // used by the worker's thread alone

    ReanalysisWorker(Reanalyses reanalyses, ReanalyzeTurns turns, Leases leases, ReanalysisConfig config) {
        this.reanalyses = reanalyses;
        this.reanalyzeTurns = turns;
        this.rate = config.rate();
        var settings = new WorkerSettings("reanalysis-worker", "reanalysis", LEASE_DURATION, IDLE_INTERVAL);
        this.worker = new LeasedWorker(leases, settings, this::step);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /// @return pause before the next step
    private Duration step() throws InterruptedException {
        Optional<Reanalysis> running = reanalyses.jobs().nextRunning();
        List<Learner> provisional = running.isPresent() ? List.of() : findProvisionalLearners();
        if ((running.isEmpty() && provisional.isEmpty()) || !worker.acquireLease()) {
            return IDLE_INTERVAL;
        }
        if (running.isPresent()) {
            workOn(running.get());
            return Duration.ZERO;
        }
        return reanalyzeProvisional(provisional) ? Duration.ZERO : IDLE_INTERVAL;
    }

    /// Round and round, so that learners of a language that cannot be loaded keep nobody waiting.
    private List<Learner> findProvisionalLearners() {
        List<Learner> behind = reanalyzeTurns.findLearnersWithProvisionalTurns(
                catchUpCursor.tenant(), catchUpCursor.learner(), MAX_CATCH_UP_LEARNERS);
        catchUpCursor = behind.size() < MAX_CATCH_UP_LEARNERS
                ? LearnerCursor.START
                : new LearnerCursor(behind.getLast().tenant(), behind.getLast().id());
        return behind;
    }

    private record LearnerCursor(String tenant, String learner) {
        static final LearnerCursor START = new LearnerCursor("", "");
    }

    private void workOn(Reanalysis order) throws InterruptedException {
        try {
            if (order.total() == null && !order.hasStarted()) {
                LOG.infof("event=reanalysis-started id=%s", order.id());
                count(order);
            }
            Optional<Learner> next = nextLearner(order);
            if (next.isEmpty()) {
                reanalyses.jobs().finish(order.id(), JobStatus.COMPLETED, null);
                LOG.infof("event=reanalysis-completed id=%s turns=%d", order.id(), order.turns());
            } else {
                workOn(order, next.get());
            }
        } catch (RuntimeException e) {
            if (TransientFailure.isTransient(e)) {
                reanalyses.jobs().recordFailure(order.id(), e);
                throw e;
            }
            LOG.errorf(e, "event=reanalysis-failed id=%s", order.id());
            reanalyses
                    .jobs()
                    .finish(
                            order.id(),
                            JobStatus.FAILED,
                            "A turn could not be replaced; the service's log has the cause");
        }
    }

    private void count(Reanalysis order) {
        try {
            reanalyses.updateTotal(
                    order.id(), reanalyzeTurns.countOutdated(order.tenant(), order.learnerId(), order.period()));
        } catch (RuntimeException e) {
            LOG.warnf("event=reanalysis-not-counted id=%s cause=%s", order.id(), TransientFailure.brief(e));
        }
    }

    private Optional<Learner> nextLearner(Reanalysis order) {
        if (order.learnerId() == null) {
            return reanalyzeTurns.findNextLearner(order.doneTenant(), order.doneLearner());
        }
        return order.doneLearner().isEmpty()
                ? Optional.of(new Learner(order.tenant(), order.learnerId()))
                : Optional.empty();
    }

    /// What comes of a look is noted learner by learner: a turn that was only looked at is due again after a
    /// restart.
    private void workOn(Reanalysis order, Learner learner) throws InterruptedException {
        Outcome looked = Outcome.NONE;
        for (List<TurnId> some : batches(reanalyzeTurns.findOutdated(learner, order.period()))) {
            if (order.dryRun()) {
                looked = looked.plus(reanalyzeTurns.preview(learner, some));
            } else {
                reanalyses.addProgress(order.id(), reanalyzeTurns.reanalyze(learner, some), null);
            }
            if (worker.awaitStop(pause(some)) || isOver(order) || !worker.acquireLease()) {
                return;
            }
        }
        reanalyses.addProgress(order.id(), looked, learner);
    }

    private boolean isOver(Reanalysis order) {
        return reanalyses.jobs().get(order.id()).status() != JobStatus.RUNNING;
    }

    /// @return whether any of their turns could be read by more than a stand-in
    private boolean reanalyzeProvisional(List<Learner> learners) throws InterruptedException {
        boolean any = false;
        for (Learner learner : learners) {
            for (List<TurnId> some : batches(reanalyzeTurns.findProvisional(learner))) {
                any |= tryReanalyze(learner, some);
                if (worker.awaitStop(pause(some)) || !worker.acquireLease()) {
                    return any;
                }
            }
        }
        return any;
    }

    /// Turns that fail for good keep no other turn waiting.
    ///
    /// @return whether any of them could be read by more than a stand-in
    private boolean tryReanalyze(Learner learner, List<TurnId> some) {
        try {
            Outcome outcome = reanalyzeTurns.reanalyze(learner, some);
            return outcome.skipped() < outcome.turns();
        } catch (RuntimeException e) {
            if (TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "event=provisional-turns-not-analysed first=%s turns=%d", some.getFirst(), some.size());
            return false;
        }
    }

    private Duration pause(List<TurnId> some) {
        return Duration.ofMillis(1000L * some.size() / rate);
    }

    private static List<List<TurnId>> batches(List<TurnId> due) {
        return due.stream().gather(Gatherers.windowFixed(MAX_BATCH_TURNS)).toList();
    }
}

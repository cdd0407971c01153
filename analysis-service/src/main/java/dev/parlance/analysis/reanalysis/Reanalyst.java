package dev.parlance.analysis.reanalysis;

import dev.parlance.analysis.turn.ReanalyzeTurns;
import dev.parlance.analysis.turn.ReanalyzeTurns.Outcome;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.order.OrderStatus;
import dev.parlance.kit.outbox.Leases;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;

/// Works on the orders, learner by learner, from one instance at a time and at a bounded rate; between orders it
/// catches up with turns that a stand-in has read. An order outlives its instance: whoever takes the lease goes on
/// behind the last learner who was done, and a turn that was replaced is not due any more.
@ApplicationScoped
class Reanalyst {
    private static final Logger LOG = Logger.getLogger(Reanalyst.class);
    private static final String LEASE = "reanalysis";
    private static final Duration TERM = Duration.ofSeconds(20);
    private static final Duration NOTHING_TO_DO = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;
    private static final int LEARNERS = 20;

    private final Reanalyses reanalyses;
    private final ReanalyzeTurns turns;
    private final Leases leases;
    private final int rate;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Place lookedAt = Place.BEGINNING; // by the thread alone
    private final Thread thread = Thread.ofPlatform().name("reanalyst").daemon().unstarted(this::run);

    Reanalyst(Reanalyses reanalyses, ReanalyzeTurns turns, Leases leases, ReanalysisConfig config) {
        this.reanalyses = reanalyses;
        this.turns = turns;
        this.leases = leases;
        this.rate = config.rate();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(TERM);
    }

    private void run() {
        try {
            while (!rest(step() ? Duration.ZERO : NOTHING_TO_DO)) {
                // on to the next
            }
            leases.release(LEASE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debugf("event=lease-not-released cause=%s", TransientFailure.brief(e));
        }
    }

    /// @return whether there was something to do
    private boolean step() throws InterruptedException {
        try {
            Optional<Reanalysis> order = reanalyses.orders().oldestRunning();
            List<Learner> behind = order.isPresent() ? List.of() : learnersBehind();
            boolean nothing = order.isEmpty() && behind.isEmpty();
            if (nothing || !leases.take(LEASE, TERM)) {
                return false;
            }
            if (order.isPresent()) {
                workOn(order.get());
            } else {
                return catchUpWith(behind);
            }
            return true;
        } catch (RuntimeException | Error e) { // a dictionary that does not fit into the memory, say
            LOG.warnf("event=reanalysis-paused cause=%s", TransientFailure.brief(e));
            return false;
        }
    }

    /// Round and round, so that learners of a language that cannot be loaded keep nobody waiting.
    private List<Learner> learnersBehind() {
        List<Learner> behind = turns.learnersToCatchUpWith(lookedAt.tenant(), lookedAt.learner(), LEARNERS);
        lookedAt = behind.size() < LEARNERS
                ? Place.BEGINNING
                : new Place(behind.getLast().tenant(), behind.getLast().id());
        return behind;
    }

    private record Place(String tenant, String learner) {
        static final Place BEGINNING = new Place("", "");
    }

    private void workOn(Reanalysis order) throws InterruptedException {
        try {
            if (order.total() == null && !order.isBegun()) {
                LOG.infof("event=reanalysis-begins id=%s", order.id());
                count(order);
            }
            Optional<Learner> next = next(order);
            if (next.isEmpty()) {
                reanalyses.orders().end(order.id(), OrderStatus.COMPLETED, null);
                LOG.infof("event=reanalysis-completed id=%s turns=%d", order.id(), order.turns());
            } else {
                workOn(order, next.get());
            }
        } catch (RuntimeException e) {
            if (TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "event=reanalysis-failed id=%s", order.id());
            reanalyses
                    .orders()
                    .end(
                            order.id(),
                            OrderStatus.FAILED,
                            "A turn could not be replaced; the service's log has the cause");
        }
    }

    private void count(Reanalysis order) {
        try {
            reanalyses.counted(order.id(), turns.countDue(order.tenant(), order.learnerId(), order.period()));
        } catch (RuntimeException e) {
            LOG.warnf("event=reanalysis-not-counted id=%s cause=%s", order.id(), TransientFailure.brief(e));
        }
    }

    private Optional<Learner> next(Reanalysis order) {
        if (order.learnerId() == null) {
            return turns.learnerAfter(order.doneTenant(), order.doneLearner());
        }
        return order.doneLearner().isEmpty()
                ? Optional.of(new Learner(order.tenant(), order.learnerId()))
                : Optional.empty();
    }

    /// What comes of a look is noted learner by learner: a turn that was only looked at is due again after a
    /// restart.
    private void workOn(Reanalysis order, Learner learner) throws InterruptedException {
        Outcome looked = Outcome.NONE;
        for (List<TurnId> some : parts(turns.due(learner, order.period()))) {
            if (order.dryRun()) {
                looked = looked.and(turns.preview(learner, some));
            } else {
                reanalyses.advance(order.id(), turns.again(learner, some), null);
            }
            if (rest(pause(some)) || isOver(order) || !leases.take(LEASE, TERM)) {
                return;
            }
        }
        reanalyses.advance(order.id(), looked, learner);
    }

    private boolean isOver(Reanalysis order) {
        return reanalyses.orders().get(order.id()).status() != OrderStatus.RUNNING;
    }

    /// @return whether any of their turns could be read by more than a stand-in
    private boolean catchUpWith(List<Learner> learners) throws InterruptedException {
        boolean any = false;
        for (Learner learner : learners) {
            for (List<TurnId> some : parts(turns.readByStandIn(learner))) {
                Outcome outcome = turns.again(learner, some);
                any |= outcome.left() < outcome.turns();
                if (rest(pause(some)) || !leases.take(LEASE, TERM)) {
                    return any;
                }
            }
        }
        return any;
    }

    private Duration pause(List<TurnId> some) {
        return Duration.ofMillis(1000L * some.size() / rate);
    }

    /// @return whether the service is stopping
    private boolean rest(Duration pause) throws InterruptedException {
        return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<List<TurnId>> parts(List<TurnId> due) {
        return due.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList();
    }
}

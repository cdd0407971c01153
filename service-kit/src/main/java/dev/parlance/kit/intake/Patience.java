package dev.parlance.kit.intake;

import dev.parlance.kit.problem.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Tries again what fails for a while, without end, with pauses that grow and are never the same for two.
@ApplicationScoped
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /// Whether work waits for its storage just now: then its lag is nobody's fault here.
    public boolean isTried() {
        return waiting.get() > 0;
    }

    /// Whoever waits gives up, now and later.
    void end() {
        stopping.countDown();
    }

    /// @throws StoppedException if the service stops before the work is done
    void untilDone(Runnable work) {
        untilDone(work, failure -> TransientFailure.isTransient(failure) || isOfTheProgram(failure));
    }

    /// A class that is missing or memory that is out is no record's fault; a text nested too deeply is its own.
    private static boolean isOfTheProgram(Throwable failure) {
        return failure instanceof Error && !(failure instanceof StackOverflowError);
    }

    /// @param passes whether a failure is worth another try
    void untilDone(Runnable work, Predicate<Throwable> passes) {
        if (isDone(work, passes, FIRST_PAUSE_MILLIS)) {
            return;
        }
        waiting.incrementAndGet();
        try {
            long pause = FIRST_PAUSE_MILLIS;
            do {
                await(pause + ThreadLocalRandom.current().nextLong(pause));
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            } while (!isDone(work, passes, pause));
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static boolean isDone(Runnable work, Predicate<Throwable> passes, long pause) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | Error e) {
            if (!passes.test(e)) {
                throw e;
            }
            LOG.warnf("event=waiting-for-storage pauseMs=%d cause=%s", pause, TransientFailure.brief(e));
            return false;
        }
    }

    private void await(long millis) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /// The service stops while work waits for its storage.
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("the service is stopping", null, false, false);
        }
    }
}

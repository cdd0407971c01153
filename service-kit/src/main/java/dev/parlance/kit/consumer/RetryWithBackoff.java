package dev.parlance.kit.consumer;

import dev.parlance.kit.jdbc.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Retries work without end, with exponential back-off and jitter.
@ApplicationScoped
public class RetryWithBackoff {
    private static final Logger LOG = Logger.getLogger(RetryWithBackoff.class);
    private static final long INITIAL_BACKOFF_MILLIS = 100;
    private static final long MAX_BACKOFF_MILLIS = 5_000;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger retrying = new AtomicInteger();

    /// Whether some work is being retried: then the consumer is not the cause of its lag.
    public boolean isRetrying() {
        return retrying.get() > 0;
    }

    /// Ends all retries, present and future.
    void stop() {
        stopping.countDown();
    }

    /// @throws ShutdownException if the service stops before the work is done
    void run(Runnable work) {
        run(work, failure -> TransientFailure.isTransient(failure) || isProgramError(failure));
    }

    /// A missing class or a lack of memory is not the fault of the record; a text that is nested too deeply is.
    private static boolean isProgramError(Throwable failure) {
        return failure instanceof Error && !(failure instanceof StackOverflowError);
    }

    /// @param retryable whether a failure is worth another attempt
    void run(Runnable work, Predicate<Throwable> retryable) {
        if (attempt(work, retryable, INITIAL_BACKOFF_MILLIS)) {
            return;
        }
        retrying.incrementAndGet();
        try {
            long pause = INITIAL_BACKOFF_MILLIS;
            do {
                await(pause + ThreadLocalRandom.current().nextLong(pause));
                pause = Math.min(pause * 2, MAX_BACKOFF_MILLIS);
            } while (!attempt(work, retryable, pause));
        } finally {
            retrying.decrementAndGet();
        }
    }

    private static boolean attempt(Runnable work, Predicate<Throwable> retryable, long pause) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | Error e) {
            if (!retryable.test(e)) {
                throw e;
            }
            LOG.warnf("event=retry-scheduled pauseMs=%d cause=%s", pause, TransientFailure.brief(e));
            return false;
        }
    }

    private void await(long millis) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new ShutdownException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShutdownException();
        }
    }

    /// The service stops during a retry.
    static final class ShutdownException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ShutdownException() {
            super("the service is stopping", null, false, false);
        }
    }
}

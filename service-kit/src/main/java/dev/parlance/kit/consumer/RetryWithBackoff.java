package dev.parlance.kit.consumer;

import dev.parlance.kit.jdbc.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Retries work with exponential back-off and jitter.
@ApplicationScoped
class RetryWithBackoff {
    private static final Logger LOG = Logger.getLogger(RetryWithBackoff.class);
    private static final long INITIAL_BACKOFF_MILLIS = 100;
    private static final long MAX_BACKOFF_MILLIS = 5_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    /// When to retry no longer.
    ///
    /// @param attempts how many may fail
    /// @param duration from the first attempt on; checked when one has failed
    record Limit(int attempts, Duration duration) {
        static final Limit NONE = new Limit(Integer.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE));

        private boolean isReached(int failed, long startedAt) {
            return failed >= attempts
                    || Duration.ofNanos(System.nanoTime() - startedAt).compareTo(duration) >= 0;
        }
    }

    /// Ends all retries, present and future.
    void stop() {
        stopping.countDown();
    }

    /// Retries after transient failures; a lasting one is thrown.
    ///
    /// @return whether the work was done before the limit
    /// @throws ShutdownException if the service stops first
    boolean run(Runnable work, Limit limit, FailedAttempts.OfBatch failures) {
        return run(work, RetryWithBackoff::isRetryable, limit, failures);
    }

    /// Retries after any failure, without end.
    ///
    /// @throws ShutdownException if the service stops first
    void runUntilDone(Runnable work, FailedAttempts.OfBatch failures) {
        var _ = run(work, _ -> true, Limit.NONE, failures);
    }

    /// A missing class or a lack of memory is not the fault of the record; a text that is nested too deeply is.
    private static boolean isRetryable(Throwable failure) {
        return TransientFailure.isTransient(failure)
                || (failure instanceof Error && !(failure instanceof StackOverflowError));
    }

    private boolean run(Runnable work, Predicate<Throwable> retryable, Limit limit, FailedAttempts.OfBatch failures) {
        long startedAt = System.nanoTime();
        long pause = INITIAL_BACKOFF_MILLIS;
        for (int failed = 1; !attempt(work, retryable, pause, failures); failed++) {
            if (limit.isReached(failed, startedAt)) {
                return false;
            }
            await(pause + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(pause * 2, MAX_BACKOFF_MILLIS);
        }
        return true;
    }

    private static boolean attempt(
            Runnable work, Predicate<Throwable> retryable, long pause, FailedAttempts.OfBatch failures) {
        try {
            work.run();
            failures.applied();
            return true;
        } catch (RuntimeException | Error e) {
            if (!retryable.test(e)) {
                throw e;
            }
            failures.failed();
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

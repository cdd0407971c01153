package dev.parlance.kit.lease;

import dev.parlance.kit.jdbc.TransientFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Repeats a step on a thread of its own until the service stops. The step acquires the lease before it works, so that
/// one instance of the service works at a time; at the end the lease is released, so that another instance goes on at
/// once. A step that fails is logged as `<lease>-paused` and repeated.
public final class LeasedWorker {
    private static final Logger LOG = Logger.getLogger(LeasedWorker.class);

    private final Leases leases;
    private final WorkerSettings settings;
    private final Step step;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /// @param lease         name of the lease, as it is stored
    /// @param leaseDuration how long the others wait for an instance that vanished
    /// @param retryInterval pause after a step that failed
    public record WorkerSettings(String thread, String lease, Duration leaseDuration, Duration retryInterval) {}

    public interface Step {
        /// Does a part of the work, or nothing if [LeasedWorker#acquireLease] answers false.
        ///
        /// @return pause before the next step
        Duration run() throws Exception;

        /// Drops what is kept for the next step; called after a step that failed and after the last one.
        default void reset() {}
    }

    public LeasedWorker(Leases leases, WorkerSettings settings, Step step) {
        this.leases = leases;
        this.settings = settings;
        this.step = step;
        this.thread = Thread.ofPlatform().name(settings.thread()).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Lets the step at work end and returns; [#stop] waits for it.
    public void requestStop() {
        stopping.countDown();
    }

    /// Waits until the step at work has ended and the lease is released, at most for the duration of a lease.
    public void stop() throws InterruptedException {
        requestStop();
        if (thread.isAlive()) {
            thread.join(settings.leaseDuration());
        }
    }

    /// Takes or renews the lease.
    ///
    /// @return whether this instance holds it now
    public boolean acquireLease() {
        return leases.acquire(settings.lease(), settings.leaseDuration());
    }

    /// Pauses within a step.
    ///
    /// @return whether the service is stopping
    public boolean awaitStop(Duration pause) throws InterruptedException {
        return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!awaitStop(pause)) {
                pause = runStep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        step.reset();
        releaseLease();
    }

    /// An error is caught, too, for example a lack of memory: nobody would restart the thread.
    private Duration runStep() throws InterruptedException {
        try {
            return step.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            step.reset();
            LOG.warnf("event=%s-paused cause=%s", settings.lease(), TransientFailure.brief(e));
            return settings.retryInterval();
        }
    }

    private void releaseLease() {
        try {
            leases.release(settings.lease());
        } catch (RuntimeException e) {
            LOG.debugf("event=lease-not-released cause=%s", TransientFailure.brief(e));
        }
    }
}

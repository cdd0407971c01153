package dev.parlance.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes Ctrl-C and SIGTERM end the process in order: the thread that installed this is interrupted and closes its
/// resources, and when it has closed this, too, the process ends with exit code 0.
public final class StopSignal implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(90);

    private final Thread holder = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
    private volatile boolean received;

    private StopSignal() {}

    /// Must be closed by the same thread after all its other resources.
    public static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /// Waits for the signal.
    public void await() {
        try {
            while (!received) {
                Thread.sleep(Duration.ofHours(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        received = true;
        holder.interrupt();
        try {
            boolean orderly = closed.await(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            Runtime.getRuntime().halt(orderly ? 0 : 1);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!received) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the JVM is already shutting down: the hook ends the process
            }
        }
    }
}

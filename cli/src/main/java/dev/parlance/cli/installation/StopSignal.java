package dev.parlance.cli.installation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C and SIGTERM into an orderly end: the thread that holds this is interrupted wherever it waits, closes
/// what it has opened, and only then does the process end, with the exit code 0 of something that was asked to stop.
public final class StopSignal implements AutoCloseable {
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(90);

    private final Thread holder = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
    private volatile boolean given;

    private StopSignal() {}

    /// To be closed by the same thread after everything else.
    public static StopSignal awaited() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    public boolean isGiven() {
        return given;
    }

    /// Waits for the signal.
    public void await() {
        try {
            while (!given) {
                Thread.sleep(Duration.ofHours(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        given = true;
        holder.interrupt();
        try {
            boolean orderly = closed.await(TIME_TO_CLOSE.toSeconds(), TimeUnit.SECONDS);
            Runtime.getRuntime().halt(orderly ? 0 : 1);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!given) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the signal came this very moment; the hook ends the process
            }
        }
    }
}

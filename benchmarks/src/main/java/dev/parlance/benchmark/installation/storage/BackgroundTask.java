package dev.parlance.benchmark.installation.storage;

import dev.parlance.benchmark.report.Failure;
import java.util.function.BooleanSupplier;

/// A thread that runs until it is closed. If it failed, `close` throws.
public final class BackgroundTask implements AutoCloseable {
    private final String description;
    private final Thread thread;
    private volatile boolean closed;
    private volatile Exception failure;

    /// What the thread does.
    @FunctionalInterface
    public interface Loop {
        /// @param closed to be checked often: `close` waits until the loop returns
        void runUntil(BooleanSupplier closed) throws Exception;
    }

    private BackgroundTask(String what, Loop look) {
        this.description = what;
        this.thread = Thread.ofPlatform().daemon().name("watch of " + what).unstarted(() -> runLoop(look));
    }

    public static BackgroundTask start(String what, Loop look) {
        var watch = new BackgroundTask(what, look);
        watch.thread.start();
        return watch;
    }

    private void runLoop(Loop look) {
        try {
            look.runUntil(() -> closed);
        } catch (Exception e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw Failure.failed("Nobody could watch %s (%s).".formatted(description, failure.getMessage()));
        }
    }
}

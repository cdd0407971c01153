package dev.parlance.benchmark.load;

import dev.parlance.benchmark.installation.Failure;
import java.util.function.BooleanSupplier;

/// A thread that watches something until it is closed. What has kept it from watching fails whoever closes it.
public final class Watch implements AutoCloseable {
    private final String what;
    private final Thread thread;
    private volatile boolean closed;
    private volatile Exception failure;

    /// What the thread does.
    @FunctionalInterface
    interface Look {
        /// @param closed asked again and again: whoever closes the watch waits for the end
        void until(BooleanSupplier closed) throws Exception;
    }

    private Watch(String what, Look look) {
        this.what = what;
        this.thread = Thread.ofPlatform().daemon().name("watch of " + what).unstarted(() -> watch(look));
    }

    static Watch start(String what, Look look) {
        var watch = new Watch(what, look);
        watch.thread.start();
        return watch;
    }

    private void watch(Look look) {
        try {
            look.until(() -> closed);
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
            throw Failure.failed("Nobody could watch %s (%s).".formatted(what, failure.getMessage()));
        }
    }
}

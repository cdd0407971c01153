package dev.parlance.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs tasks at the same time and returns when all have ended.
final class Together {
    private Together() {}

    /// The first failure is thrown after all have ended.
    static void run(List<Runnable> tasks) {
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : tasks) running.add(threads.submit(task));
        }
        for (var done : running) rethrow(done);
    }

    private static void rethrow(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted while the platform was starting or stopping.", e);
        }
    }
}

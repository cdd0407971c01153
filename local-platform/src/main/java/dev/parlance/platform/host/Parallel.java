package dev.parlance.platform.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs tasks in parallel, each in a thread of its own.
public final class Parallel {
    private Parallel() {}

    /// Returns when all tasks have ended, then throws the first failure.
    public static void runAll(List<Runnable> tasks) {
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : tasks) running.add(threads.submit(task));
        }
        for (var task : running) rethrowFailure(task);
    }

    /// Returns when all tasks have ended, or throws as soon as one fails; the others are then interrupted.
    public static void runUntilFailure(List<Runnable> tasks) throws InterruptedException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var completed = new ExecutorCompletionService<Void>(threads);
            for (var task : tasks) completed.submit(task, null);
            for (int ended = 0; ended < tasks.size(); ended++) rethrowFailure(completed.take());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void rethrowFailure(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted while the platform was starting or stopping.", e);
        }
    }
}

package dev.parlance.platform.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stops processes: first with a signal on which they shut down gracefully, then with KILL.
final class Signals {
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);

    private Signals() {}

    static void stop(ProcessHandle process, ManagedProcess.Signal signal, Duration grace) {
        if (!process.isAlive()) return;
        switch (signal) {
            case TERM -> process.destroy();
            case INT -> interrupt(process);
        }
        if (!exitsWithin(process, grace)) kill(process);
    }

    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        exitsWithin(process, KILL_TIMEOUT);
    }

    /// Through a shell, because Java can send only TERM and KILL.
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static boolean exitsWithin(ProcessHandle process, Duration timeout) {
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}

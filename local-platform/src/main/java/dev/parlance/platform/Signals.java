package dev.parlance.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends processes: first with a signal that lets them finish, then with KILL.
final class Signals {
    private static final Duration DYING = Duration.ofSeconds(10);

    private Signals() {}

    static void end(ProcessHandle process, ManagedProcess.Signal signal, Duration grace) {
        if (!process.isAlive()) return;
        switch (signal) {
            case TERM -> process.destroy();
            case INT -> interrupt(process);
        }
        if (!endsWithin(process, grace)) kill(process);
    }

    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        endsWithin(process, DYING);
    }

    /// Java itself can send TERM and KILL only.
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}

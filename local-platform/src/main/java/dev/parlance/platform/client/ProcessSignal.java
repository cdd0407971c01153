package dev.parlance.platform.client;

import java.io.IOException;

/// Signals that Java cannot send itself: it knows TERM and KILL only.
public enum ProcessSignal {
    /// Suspends a process; its connections stay open.
    STOP,
    /// Resumes it.
    CONT;

    public void sendTo(long pid) {
        try {
            int exitCode = new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new ClientFailure("kill -%s %d ended with %d".formatted(name(), pid, exitCode));
            }
        } catch (IOException e) {
            throw new ClientFailure("kill -%s %d could not be run (%s)".formatted(name(), pid, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

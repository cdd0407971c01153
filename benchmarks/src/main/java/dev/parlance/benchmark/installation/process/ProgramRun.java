package dev.parlance.benchmark.installation.process;

import dev.parlance.platform.process.ManagedProcess;
import java.time.Duration;

/// Runs a program to its end.
public final class ProgramRun {
    private ProgramRun() {}

    /// Returns when the program has succeeded; it is killed when this JVM ends.
    public static void await(ManagedProcess.Command command, Duration timeout) {
        var process = ManagedProcess.start(command);
        var shutdownHook = new Thread(process::kill, "stop-" + command.title());
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        process.waitUntilDone(timeout);
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }
}

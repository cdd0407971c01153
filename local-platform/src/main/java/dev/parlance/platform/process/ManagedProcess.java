package dev.parlance.platform.process;

import dev.parlance.platform.host.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One child process with a log file and a pid file. It is stopped by a signal, and by KILL if it does not end in
/// time. It outlives this JVM unless stopped; a later run finds it through the pid file.
public final class ManagedProcess {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(10);

    /// The signal that asks a process to end.
    public enum Signal {
        TERM,
        INT
    }

    /// The program to run.
    ///
    /// @param title for messages
    /// @param environment in addition to this JVM's own
    /// @param log output and errors are appended to it
    /// @param stopSignal on which the program shuts down gracefully
    public record Command(
            String title,
            List<String> arguments,
            Map<String, String> environment,
            Path log,
            Path pidFile,
            Signal stopSignal) {
        public Command {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }

        public Command(String title, List<String> arguments, Map<String, String> environment, Path log, Path pidFile) {
            this(title, arguments, environment, log, pidFile, Signal.TERM);
        }
    }

    private final Command command;
    private final Process process;

    private ManagedProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /// Returns as soon as the operating system has started the process.
    public static ManagedProcess start(Command command) {
        try {
            Files.createDirectories(command.log().getParent());
            var builder = new ProcessBuilder(SetsidCommand.wrap(command.arguments()));
            builder.environment().putAll(command.environment());
            builder.redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(command.log().toFile()));
            var process = builder.start();
            PidFile.of(process.toHandle()).write(command.pidFile());
            return new ManagedProcess(command, process);
        } catch (IOException e) {
            throw new PlatformFailure("%s could not be started (%s).".formatted(command.title(), e.getMessage()), e);
        }
    }

    /// The process that an earlier run has left, if it still runs; never another process with the same pid.
    public static Optional<ProcessHandle> leftover(Path pidFile) {
        return PidFile.read(pidFile).flatMap(PidFile::findProcess);
    }

    /// Stops the process that an earlier run has left, like [#stop].
    public static void endLeftover(Path pidFile, Signal signal, Duration grace) {
        leftover(pidFile).ifPresent(process -> Signals.stop(process, signal, grace));
        delete(pidFile);
    }

    /// Waits until the condition holds.
    ///
    /// @throws PlatformFailure with the last lines of the log, if the process ends before or the time is over; then
    ///     it is killed
    public void waitUntilReady(BooleanSupplier condition, Duration timeout) {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (exitsWithin(POLL_INTERVAL)) {
                delete(command.pidFile());
                throw failure("ended with exit code %d before it was ready".formatted(process.exitValue()));
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw failure("was not ready after %d s".formatted(timeout.toSeconds()));
            }
        }
    }

    /// Waits until the process has ended by itself with exit code 0.
    public void waitUntilDone(Duration timeout) {
        if (!exitsWithin(timeout)) {
            kill();
            throw failure("was not done after %d s".formatted(timeout.toSeconds()));
        }
        delete(command.pidFile());
        if (process.exitValue() != 0) throw failure("ended with exit code %d".formatted(process.exitValue()));
    }

    /// Sends the stop signal, after the grace period KILL, and returns when the process has ended.
    public void stop(Duration grace) {
        Signals.stop(process.toHandle(), command.stopSignal(), grace);
        awaitExit();
        delete(command.pidFile());
    }

    /// Sends KILL and returns when the process has ended.
    public void kill() {
        Signals.kill(process.toHandle());
        awaitExit();
        delete(command.pidFile());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Empty while the process runs.
    public Optional<Integer> exitCode() {
        return isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    public Path log() {
        return command.log();
    }

    /// `ProcessHandle` may see the exit before `Process` does: waits until `Process` has an exit value.
    private void awaitExit() {
        try {
            var _ = process.waitFor(EXIT_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean exitsWithin(Duration timeout) {
        try {
            return process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new PlatformFailure("Interrupted while waiting for %s.".formatted(command.title()), e);
        }
    }

    private PlatformFailure failure(String what) {
        return new PlatformFailure("%s %s; its log %s ends with:%n%s"
                .formatted(command.title(), what, command.log(), LogTail.read(command.log())));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

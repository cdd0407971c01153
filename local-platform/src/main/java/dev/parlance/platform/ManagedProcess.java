package dev.parlance.platform;

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

/// One child process: it writes to its log file, is remembered in its pid file, and is ended gently before it is
/// ended hard. It outlives this JVM unless stopped; a later run finds it through the pid file.
public final class ManagedProcess {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration NOTICE = Duration.ofSeconds(10);

    /// How a process is asked to end.
    public enum Signal {
        TERM,
        INT
    }

    /// What to run.
    ///
    /// @param title for messages to a person
    /// @param environment added to this JVM's own
    /// @param log gets output and errors, after what it holds already
    /// @param end the signal that the program takes as "finish now, in good order"
    public record Command(
            String title, List<String> words, Map<String, String> environment, Path log, Path pidFile, Signal end) {
        public Command {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }

        public Command(String title, List<String> words, Map<String, String> environment, Path log, Path pidFile) {
            this(title, words, environment, log, pidFile, Signal.TERM);
        }
    }

    private final Command command;
    private final Process process;

    private ManagedProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /// Starts it and does not wait for more than the operating system's word.
    public static ManagedProcess start(Command command) {
        try {
            Files.createDirectories(command.log().getParent());
            var builder = new ProcessBuilder(OwnSession.command(command.words()));
            builder.environment().putAll(command.environment());
            builder.redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(command.log().toFile()));
            var process = builder.start();
            ProcessMark.of(process.toHandle()).write(command.pidFile());
            return new ManagedProcess(command, process);
        } catch (IOException e) {
            throw new PlatformFailure("%s could not be started (%s).".formatted(command.title(), e.getMessage()), e);
        }
    }

    /// The process that an earlier run left behind, if it still runs; never one that only got its pid later.
    public static Optional<ProcessHandle> leftover(Path pidFile) {
        return ProcessMark.read(pidFile).flatMap(ProcessMark::process);
    }

    /// Ends what an earlier run left behind, as gently as `stop` would.
    public static void endLeftover(Path pidFile, Signal signal, Duration grace) {
        leftover(pidFile).ifPresent(process -> Signals.end(process, signal, grace));
        delete(pidFile);
    }

    /// Waits until the condition holds; gives up at once when the process has ended, and ends it when time is up.
    /// Either is told with the log's last lines.
    public void waitUntilReady(BooleanSupplier condition, Duration timeout) {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (endsWithin(POLL)) {
                delete(command.pidFile());
                throw failure("ended with exit code %d before it was ready".formatted(process.exitValue()));
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw failure("was not ready after %d s".formatted(timeout.toSeconds()));
            }
        }
    }

    /// Waits until it has ended by itself and well.
    public void waitUntilDone(Duration timeout) {
        if (!endsWithin(timeout)) {
            kill();
            throw failure("was not done after %d s".formatted(timeout.toSeconds()));
        }
        delete(command.pidFile());
        if (process.exitValue() != 0) throw failure("ended with exit code %d".formatted(process.exitValue()));
    }

    /// Asks it to end and, after the grace, ends it; returns when it is gone.
    public void stop(Duration grace) {
        Signals.end(process.toHandle(), command.end(), grace);
        noticeEnd();
        delete(command.pidFile());
    }

    /// Ends it as a crash would (KILL); returns when it is gone.
    public void kill() {
        Signals.kill(process.toHandle());
        noticeEnd();
        delete(command.pidFile());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// The exit code once it has ended.
    public Optional<Integer> exitCode() {
        return isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    public Path log() {
        return command.log();
    }

    /// The end is told to handle and process one after the other: whoever waited for the one may ask the other.
    private void noticeEnd() {
        try {
            var _ = process.waitFor(NOTICE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new PlatformFailure("Interrupted while waiting for %s.".formatted(command.title()), e);
        }
    }

    private PlatformFailure failure(String what) {
        return new PlatformFailure("%s %s; its log %s ends with:%n%s"
                .formatted(command.title(), what, command.log(), LogTail.of(command.log())));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

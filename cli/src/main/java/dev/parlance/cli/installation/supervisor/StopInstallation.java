package dev.parlance.cli.installation.supervisor;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.terminal.CommandFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stops the installation of this checkout from another process: signals its supervisor and waits for its end.
public final class StopInstallation {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(100);

    private final Home home;

    public StopInstallation(Home home) {
        this.home = home;
    }

    public enum Outcome {
        STOPPED,
        /// The supervisor had been killed and its children were still running.
        LEFTOVERS_ENDED,
        WAS_DOWN
    }

    public Outcome stop() {
        Optional<ProcessHandle> supervisor = RunningInstallation.find(home).flatMap(RunningInstallation::process);
        supervisor.ifPresent(StopInstallation::end);
        if (new Leftovers(home).end() > 0) {
            return supervisor.isPresent() ? Outcome.STOPPED : Outcome.LEFTOVERS_ENDED;
        }
        return supervisor.isPresent() ? Outcome.STOPPED : Outcome.WAS_DOWN;
    }

    private static void end(ProcessHandle supervisor) {
        supervisor.destroy();
        try {
            supervisor.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw CommandFailure.failed(
                    "Process %d does not stop: end it with kill -9 %d and call ./parlance down again."
                            .formatted(supervisor.pid(), supervisor.pid()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.parlance.cli.installation;

import dev.parlance.cli.terminal.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stops the installation of this checkout from outside: asks its supervisor and waits until all is down.
public final class StopInstallation {
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final Home home;

    public StopInstallation(Home home) {
        this.home = home;
    }

    public enum Outcome {
        STOPPED,
        /// The supervisor had been killed and its children were still there.
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
            supervisor.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Failure.failed("Process %d does not stop: end it with kill -9 %d and call ./parlance down again."
                    .formatted(supervisor.pid(), supervisor.pid()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

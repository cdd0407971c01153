package dev.parlance.cli.installation.supervisor;

import dev.parlance.cli.terminal.Terminal;
import dev.parlance.platform.host.PlatformFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reports a process that ends by itself and restarts it, three times at most. Only for local installations.
final class Supervisor implements AutoCloseable {
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);
    private static final int MAX_RESTARTS = 3;

    private final List<SupervisedProcess> all;
    private final Terminal terminal;
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("supervision").unstarted(this::superviseAll);

    /// A process that can be checked and restarted.
    interface SupervisedProcess {
        /// The name of its log, as `./parlance logs` takes it.
        String id();

        String title();

        /// Empty while it runs.
        Optional<Integer> exitCode();

        void start();
    }

    private Supervisor(List<SupervisedProcess> all, Terminal terminal) {
        this.all = List.copyOf(all);
        this.terminal = terminal;
    }

    static Supervisor start(List<SupervisedProcess> all, Terminal terminal) {
        Supervisor supervisor = new Supervisor(all, terminal);
        supervisor.thread.start();
        return supervisor;
    }

    private void superviseAll() {
        try {
            while (true) {
                Thread.sleep(CHECK_INTERVAL);
                for (SupervisedProcess one : all) {
                    restartIfEnded(one);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the installation is being stopped
        }
    }

    private void restartIfEnded(SupervisedProcess ended) throws InterruptedException {
        int before = restarts.getOrDefault(ended.id(), 0);
        Optional<Integer> exitCode = ended.exitCode();
        if (exitCode.isEmpty() || before > MAX_RESTARTS) {
            return;
        }
        restarts.put(ended.id(), before + 1);
        String notice = "%s has ended with exit code %d; ./parlance logs %s shows why. "
                .formatted(ended.title(), exitCode.get(), ended.id());
        if (before == MAX_RESTARTS) {
            terminal.printStatus(notice + "It stays down.");
            return;
        }
        terminal.printStatus(notice + "Starting it again (%d of %d).".formatted(before + 1, MAX_RESTARTS));
        Thread.sleep(Duration.ofSeconds(1L << before));
        try {
            ended.start();
        } catch (PlatformFailure e) {
            terminal.printStatus(e.getMessage());
        }
    }

    /// Afterwards nothing is restarted.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.parlance.cli.installation;

import dev.parlance.cli.terminal.Terminal;
import dev.parlance.platform.PlatformFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks after what runs: a process that ends by itself is reported and started again, three times at most. This is
/// a comfort of a local installation, not a promise.
final class Supervision implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int MOST_RESTARTS = 3;

    private final List<Supervised> all;
    private final Terminal terminal;
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("supervision").unstarted(this::look);

    /// A process that can be looked at and started again.
    interface Supervised {
        /// The name of its log, as `./parlance logs` takes it.
        String id();

        String title();

        /// Empty while it runs.
        Optional<Integer> exitCode();

        void start();
    }

    private Supervision(List<Supervised> all, Terminal terminal) {
        this.all = List.copyOf(all);
        this.terminal = terminal;
    }

    static Supervision of(List<Supervised> all, Terminal terminal) {
        Supervision supervision = new Supervision(all, terminal);
        supervision.thread.start();
        return supervision;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                for (Supervised one : all) {
                    restartIfEnded(one);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the installation is being stopped
        }
    }

    private void restartIfEnded(Supervised ended) throws InterruptedException {
        int before = restarts.getOrDefault(ended.id(), 0);
        Optional<Integer> exitCode = ended.exitCode();
        if (exitCode.isEmpty() || before > MOST_RESTARTS) {
            return;
        }
        restarts.put(ended.id(), before + 1);
        String what = "%s has ended with exit code %d; ./parlance logs %s shows why. "
                .formatted(ended.title(), exitCode.get(), ended.id());
        if (before == MOST_RESTARTS) {
            terminal.say(what + "It stays down.");
            return;
        }
        terminal.say(what + "Starting it again (%d of %d).".formatted(before + 1, MOST_RESTARTS));
        Thread.sleep(Duration.ofSeconds(1L << before));
        try {
            ended.start();
        } catch (PlatformFailure e) {
            terminal.say(e.getMessage());
        }
    }

    /// After this, nothing is started any more.
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

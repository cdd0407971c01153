package dev.parlance.cli.terminal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Shows progress while it is open: five times a second on an interactive terminal, every five seconds in a log.
public final class ProgressDisplay implements AutoCloseable {
    private final Terminal terminal;
    private final IntSupplier done;
    private final int total;
    private final long startedNanos = System.nanoTime();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private ProgressDisplay(Terminal terminal, IntSupplier done, int total) {
        this.terminal = terminal;
        this.done = done;
        this.total = total;
    }

    public static ProgressDisplay start(Terminal terminal, IntSupplier done, int total) {
        ProgressDisplay lines = new ProgressDisplay(terminal, done, total);
        long period = terminal.interactive() ? 200 : 5_000;
        var _ = lines.ticks.scheduleAtFixedRate(lines::show, period, period, TimeUnit.MILLISECONDS);
        return lines;
    }

    private void show() {
        Progress progress = new Progress(done.getAsInt(), total, Duration.ofNanos(System.nanoTime() - startedNanos));
        if (terminal.interactive()) {
            terminal.redraw(progress.bar());
        } else {
            terminal.printStatus(progress.line());
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        if (terminal.interactive()) {
            terminal.redraw("");
        }
    }
}

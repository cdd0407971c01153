package dev.parlance.cli.transcript;

import dev.parlance.cli.terminal.Progress;
import dev.parlance.cli.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Shows progress while it is open: five times a second where somebody watches, every five seconds in a log.
final class ProgressLines implements AutoCloseable {
    private final Terminal terminal;
    private final IntSupplier done;
    private final int total;
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private ProgressLines(Terminal terminal, IntSupplier done, int total) {
        this.terminal = terminal;
        this.done = done;
        this.total = total;
    }

    static ProgressLines of(Terminal terminal, IntSupplier done, int total) {
        ProgressLines lines = new ProgressLines(terminal, done, total);
        long period = terminal.watched() ? 200 : 5_000;
        var _ = lines.ticks.scheduleAtFixedRate(lines::show, period, period, TimeUnit.MILLISECONDS);
        return lines;
    }

    private void show() {
        Progress progress = new Progress(done.getAsInt(), total, Duration.ofNanos(System.nanoTime() - begun));
        if (terminal.watched()) {
            terminal.redraw(progress.bar());
        } else {
            terminal.say(progress.line());
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        if (terminal.watched()) {
            terminal.redraw("");
        }
    }
}

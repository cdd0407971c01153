package dev.parlance.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/// Progress in one line: a bar for an interactive terminal, words for a log.
public record Progress(long done, long total, Duration elapsed) {
    private static final int BAR_WIDTH = 28;

    public String bar() {
        int full = total == 0 ? BAR_WIDTH : (int) (BAR_WIDTH * done / total);
        return "[" + "#".repeat(full) + ".".repeat(BAR_WIDTH - full) + "] " + line();
    }

    public String line() {
        return String.format(
                Locale.ROOT,
                "%,d of %,d turns, %d %%, %,.0f/s%s",
                done,
                total,
                total == 0 ? 100 : 100 * done / total,
                rate(),
                estimate());
    }

    private double rate() {
        return elapsed.isZero() ? 0 : done / (elapsed.toNanos() / 1e9);
    }

    private String estimate() {
        if (rate() == 0 || done == total) {
            return "";
        }
        long seconds = (long) Math.ceil((total - done) / rate());
        return seconds < 90
                ? ", %d s left".formatted(seconds)
                : seconds < 5400
                        ? ", %d min left".formatted((seconds + 59) / 60)
                        : ", %d h left".formatted((seconds + 3599) / 3600);
    }
}

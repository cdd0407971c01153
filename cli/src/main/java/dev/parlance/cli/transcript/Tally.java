package dev.parlance.cli.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What has become of the lines and turns so far; shared by all lanes.
final class Tally {
    private static final Comparator<BadLine> IN_ORDER = Comparator.comparing(BadLine::file)
            .thenComparingInt(BadLine::line)
            .thenComparing(BadLine::turn, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<BadLine> badLines = new ArrayList<>();
    private int conversationsNew;
    private int conversationsKnown;
    private int turnsNew;
    private int turnsKnown;
    private int turnsRefused;

    synchronized void conversation(boolean isNew) {
        conversationsNew += isNew ? 1 : 0;
        conversationsKnown += isNew ? 0 : 1;
    }

    synchronized void turn(boolean isNew) {
        turnsNew += isNew ? 1 : 0;
        turnsKnown += isNew ? 0 : 1;
    }

    synchronized void bad(BadLine line, int turns) {
        badLines.add(line);
        turnsRefused += turns;
    }

    synchronized int turnsDone() {
        return turnsNew + turnsKnown + turnsRefused;
    }

    synchronized Imported after(double seconds) {
        return new Imported(
                conversationsNew,
                conversationsKnown,
                turnsNew,
                turnsKnown,
                turnsRefused,
                badLines.stream().sorted(IN_ORDER).toList(),
                seconds);
    }
}

package dev.parlance.cli.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Counts the results of lines and turns; shared by all queues.
final class ImportTally {
    private static final Comparator<ImportError> IN_ORDER = Comparator.comparing(ImportError::file)
            .thenComparingInt(ImportError::line)
            .thenComparing(ImportError::turn, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<ImportError> errors = new ArrayList<>();
    private int conversationsNew;
    private int conversationsKnown;
    private int turnsNew;
    private int turnsKnown;
    private int turnsRefused;

    synchronized void countConversation(boolean isNew) {
        conversationsNew += isNew ? 1 : 0;
        conversationsKnown += isNew ? 0 : 1;
    }

    synchronized void countTurn(boolean isNew) {
        turnsNew += isNew ? 1 : 0;
        turnsKnown += isNew ? 0 : 1;
    }

    synchronized void addError(ImportError line, int turns) {
        errors.add(line);
        turnsRefused += turns;
    }

    synchronized int turnsDone() {
        return turnsNew + turnsKnown + turnsRefused;
    }

    synchronized ImportResult toResult(double seconds) {
        return new ImportResult(
                conversationsNew,
                conversationsKnown,
                turnsNew,
                turnsKnown,
                turnsRefused,
                errors.stream().sorted(IN_ORDER).toList(),
                seconds);
    }
}

package dev.parlance.journey.fault;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What has been found out in a run so far; whoever watches is told at once.
final class Findings {
    private final String prefix;
    private final PrintStream progress;
    private final List<String> failures = new ArrayList<>();
    private final List<String> proofs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int faults;
    private Duration longestRecovery = Duration.ZERO;
    private Duration drained = Duration.ZERO;

    Findings(String prefix, PrintStream progress) {
        this.prefix = prefix;
        this.progress = progress;
    }

    void fault(String what) {
        faults++;
        tell("fault %d: %s".formatted(faults, what));
    }

    void proof(String what, long count) {
        tell("%s: %d".formatted(what, count));
        proofs.add("%s: %d".formatted(what, count));
        if (count <= 0) {
            failures.add("the fault did not bite: %s: %d".formatted(what, count));
        }
    }

    void note(String what) {
        tell(what);
        notes.add(what);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            tell("NOT HELD: " + otherwise);
            failures.add(otherwise);
        }
    }

    /// Not told at once: the result ends with it.
    void failure(String what) {
        failures.add(what);
    }

    void recovered(String from, Duration recovery) {
        tell("recovered from %s in %.1f s".formatted(from, recovery.toMillis() / 1e3));
        if (recovery.compareTo(longestRecovery) > 0) {
            longestRecovery = recovery;
        }
    }

    void drained(Duration took) {
        tell("drained in %.1f s".formatted(took.toMillis() / 1e3));
        drained = took.compareTo(drained) > 0 ? took : drained;
    }

    List<String> failures() {
        return failures;
    }

    List<String> proofs() {
        return proofs;
    }

    List<String> notes() {
        return notes;
    }

    int faults() {
        return faults;
    }

    Duration longestRecovery() {
        return longestRecovery;
    }

    Duration drained() {
        return drained;
    }

    private void tell(String what) {
        progress.printf("  %s %s%n", prefix, what);
    }
}

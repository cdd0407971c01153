package dev.parlance.fault.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The findings of a run so far; each is printed at once.
public final class RunFindings {
    private final String prefix;
    private final PrintStream progress;
    private final List<String> failures = new ArrayList<>();
    private final List<String> proofs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int faults;
    private Duration longestRecovery = Duration.ZERO;
    private Duration drained = Duration.ZERO;

    RunFindings(String prefix, PrintStream progress) {
        this.prefix = prefix;
        this.progress = progress;
    }

    void recordFault(String what) {
        faults++;
        print("fault %d: %s".formatted(faults, what));
    }

    void recordProof(String what, long count) {
        print("%s: %d".formatted(what, count));
        proofs.add("%s: %d".formatted(what, count));
        if (count <= 0) {
            failures.add("the fault did not bite: %s: %d".formatted(what, count));
        }
    }

    void note(String what) {
        print(what);
        notes.add(what);
    }

    void require(boolean holds, String message) {
        if (!holds) {
            print("NOT HELD: " + message);
            failures.add(message);
        }
    }

    /// Is not printed at once: the result prints it.
    void recordFailure(String what) {
        failures.add(what);
    }

    void recordRecovery(String from, Duration recovery) {
        print("recovered from %s in %.1f s".formatted(from, recovery.toMillis() / 1e3));
        if (recovery.compareTo(longestRecovery) > 0) {
            longestRecovery = recovery;
        }
    }

    void drained(Duration took) {
        print("drained in %.1f s".formatted(took.toMillis() / 1e3));
        drained = took.compareTo(drained) > 0 ? took : drained;
    }

    List<String> failures() {
        return failures;
    }

    public List<String> proofs() {
        return proofs;
    }

    public List<String> notes() {
        return notes;
    }

    public int faults() {
        return faults;
    }

    public Duration longestRecovery() {
        return longestRecovery;
    }

    public Duration drained() {
        return drained;
    }

    private void print(String what) {
        progress.printf("  %s %s%n", prefix, what);
    }
}

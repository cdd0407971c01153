package dev.parlance.benchmark.load;

import dev.parlance.benchmark.figure.Distribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long each accepted turn took until it was counted. Days tell how many turns they hold, not which: a learner's
/// n-th accepted turn is taken for counted when the learner's days hold n turns.
public final class CountedTurns {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Ledger> learners = new HashMap<>();

    /// @param at when the 2xx came, by `System.nanoTime`
    private record Accepted(long at, boolean measured) {}

    private static final class Ledger {
        private final List<Accepted> accepted = new ArrayList<>();
        private final List<Long> countedAt = new ArrayList<>();
        private final Map<String, Integer> days = new HashMap<>();
    }

    /// A turn was answered by 2xx at this time.
    public synchronized void accepted(String learner, long at, boolean measured) {
        ledger(learner).accepted.add(new Accepted(at, measured));
    }

    /// A day of a learner was seen at this time to hold so many turns.
    public synchronized void counted(String learner, String date, int turns, long at) {
        Ledger ledger = ledger(learner);
        ledger.days.merge(date, turns, Math::max);
        int all = ledger.days.values().stream().mapToInt(Integer::intValue).sum();
        while (ledger.countedAt.size() < all) {
            ledger.countedAt.add(at);
        }
    }

    /// Turns that were accepted and are not counted yet.
    public synchronized int open() {
        return learners.values().stream()
                .mapToInt(ledger -> Math.max(0, ledger.accepted.size() - ledger.countedAt.size()))
                .sum();
    }

    /// Milliseconds from the 2xx until the turn was counted, of the measured turns; 0 where the day came first.
    public synchronized Distribution milliseconds() {
        List<Double> all = new ArrayList<>();
        for (Ledger ledger : learners.values()) {
            List<Accepted> inOrder = ledger.accepted.stream()
                    .sorted(Comparator.comparingLong(Accepted::at))
                    .toList();
            for (int turn = 0; turn < Math.min(inOrder.size(), ledger.countedAt.size()); turn++) {
                if (inOrder.get(turn).measured()) {
                    long nanos = ledger.countedAt.get(turn) - inOrder.get(turn).at();
                    all.add(Math.max(0, nanos) / NANOS_PER_MILLI);
                }
            }
        }
        return new Distribution(all);
    }

    private Ledger ledger(String learner) {
        return learners.computeIfAbsent(learner, _ -> new Ledger());
    }
}

package dev.parlance.benchmark.load;

import dev.parlance.benchmark.report.Distribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long each accepted turn took until it was counted. Days tell how many turns they hold, not which: a learner's
/// n-th accepted turn is taken for counted when the learner's days hold n turns.
public final class TurnLatencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, LearnerTurns> learners = new HashMap<>();

    /// @param acceptedNanos when the 2xx came, by `System.nanoTime`
    private record AcceptedTurn(long acceptedNanos, boolean measured) {}

    private static final class LearnerTurns {
        private final List<AcceptedTurn> accepted = new ArrayList<>();
        private final List<Long> countedNanos = new ArrayList<>();
        private final Map<String, Integer> turnsByDay = new HashMap<>();
    }

    /// A turn was answered by 2xx at this time.
    public synchronized void recordAccepted(String learner, long at, boolean measured) {
        turnsOf(learner).accepted.add(new AcceptedTurn(at, measured));
    }

    /// At this time, a day of a learner held so many turns.
    public synchronized void recordDay(String learner, String date, int turns, long at) {
        LearnerTurns ledger = turnsOf(learner);
        ledger.turnsByDay.merge(date, turns, Math::max);
        int all =
                ledger.turnsByDay.values().stream().mapToInt(Integer::intValue).sum();
        while (ledger.countedNanos.size() < all) {
            ledger.countedNanos.add(at);
        }
    }

    /// Turns that were accepted and are not counted yet.
    public synchronized int countPending() {
        return learners.values().stream()
                .mapToInt(ledger -> Math.max(0, ledger.accepted.size() - ledger.countedNanos.size()))
                .sum();
    }

    /// Milliseconds from the 2xx until the turn was counted, of the measured turns; 0 where the day came first.
    public synchronized Distribution milliseconds() {
        List<Double> all = new ArrayList<>();
        for (LearnerTurns ledger : learners.values()) {
            List<AcceptedTurn> inOrder = ledger.accepted.stream()
                    .sorted(Comparator.comparingLong(AcceptedTurn::acceptedNanos))
                    .toList();
            for (int turn = 0; turn < Math.min(inOrder.size(), ledger.countedNanos.size()); turn++) {
                if (inOrder.get(turn).measured()) {
                    long nanos =
                            ledger.countedNanos.get(turn) - inOrder.get(turn).acceptedNanos();
                    all.add(Math.max(0, nanos) / NANOS_PER_MILLI);
                }
            }
        }
        return new Distribution(all);
    }

    private LearnerTurns turnsOf(String learner) {
        return learners.computeIfAbsent(learner, _ -> new LearnerTurns());
    }
}

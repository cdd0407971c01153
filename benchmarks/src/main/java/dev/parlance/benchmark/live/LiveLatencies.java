package dev.parlance.benchmark.live;

import dev.parlance.benchmark.report.Distribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/// The time of each accepted turn until its words, and the first of its highlights, arrive on a live stream.
public final class LiveLatencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, TurnTimes> turns = new HashMap<>();
    private final double epochMillis = System.currentTimeMillis() - System.nanoTime() / NANOS_PER_MILLI;

    private static final class TurnTimes {
        private long acceptedNanos = -1;
        private boolean measured;
        private long wordsNanos = -1;
        private long highlightNanos = -1;
        private int recordings;
    }

    /// A turn was answered by 2xx at this time, by `System.nanoTime`.
    public synchronized void recordAccepted(String turn, long at, boolean measured) {
        TurnTimes known = turn(turn);
        known.acceptedNanos = at;
        known.measured = measured;
    }

    /// An event about a turn arrived.
    synchronized void recordEvent(String type, String turn, long at) {
        TurnTimes known = turn(turn);
        switch (type) {
            case "turn" -> known.recordings++;
            case "words" -> known.wordsNanos = known.wordsNanos < 0 ? at : known.wordsNanos;
            case "highlight" -> known.highlightNanos = known.highlightNanos < 0 ? at : known.highlightNanos;
            default -> {} // of no turn, or of a type that is not measured
        }
    }

    /// Turns that were accepted and whose words did not arrive yet.
    public synchronized int countPending() {
        return (int) turns.values().stream()
                .filter(turn -> turn.acceptedNanos >= 0 && (turn.wordsNanos < 0 || turn.recordings == 0))
                .count();
    }

    public synchronized int countAccepted() {
        return (int)
                turns.values().stream().filter(turn -> turn.acceptedNanos >= 0).count();
    }

    /// Turns whose recording arrived more than once.
    public synchronized int countRepeated() {
        return (int) turns.values().stream().filter(turn -> turn.recordings > 1).count();
    }

    /// Milliseconds from the 2xx to the words, of the measured turns; 0 where they came first.
    public synchronized Distribution wordsLatency() {
        return milliseconds(false);
    }

    /// The same to the first highlight, of those that have one.
    public synchronized Distribution highlightLatency() {
        return milliseconds(true);
    }

    /// Milliseconds from the 2xx of a turn until a service sent it, of the measured turns; below 0 where
    /// that came first.
    public synchronized Distribution publishLatency(Map<String, Long> sent) {
        return latencies((id, turn) -> sent.get(id) - (epochMillis + turn.acceptedNanos / NANOS_PER_MILLI));
    }

    /// Milliseconds from when a service sent a turn until its words arrived, of the measured turns.
    public synchronized Distribution deliveryLatency(Map<String, Long> sent) {
        return latencies((id, turn) -> epochMillis + turn.wordsNanos / NANOS_PER_MILLI - sent.get(id));
    }

    /// Milliseconds from when one service sent a turn until another one did, of the measured turns.
    public synchronized Distribution latencyBetween(Map<String, Long> sent, Map<String, Long> later) {
        return latencies((id, _) -> (double) later.get(id) - sent.get(id));
    }

    private Distribution latencies(ToDoubleBiFunction<String, TurnTimes> wait) {
        return new Distribution(turns.entrySet().stream()
                .filter(turn -> turn.getValue().measured && turn.getValue().acceptedNanos >= 0)
                .map(turn -> wait.applyAsDouble(turn.getKey(), turn.getValue()))
                .toList());
    }

    private Distribution milliseconds(boolean highlight) {
        List<Double> all = new ArrayList<>();
        for (TurnTimes turn : turns.values()) {
            long heard = highlight ? turn.highlightNanos : turn.wordsNanos;
            if (turn.measured && turn.acceptedNanos >= 0 && heard >= 0) {
                all.add(Math.max(0, heard - turn.acceptedNanos) / NANOS_PER_MILLI);
            }
        }
        return new Distribution(all);
    }

    private TurnTimes turn(String id) {
        return turns.computeIfAbsent(id, _ -> new TurnTimes());
    }
}

package dev.parlance.benchmark.load;

import dev.parlance.benchmark.figure.Distribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/// How long each accepted turn took until its words, and the first of its highlights, were heard on a live stream.
public final class LiveTurns {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Turn> turns = new HashMap<>();
    private final double epochMillis = System.currentTimeMillis() - System.nanoTime() / NANOS_PER_MILLI;

    private static final class Turn {
        private long accepted = -1;
        private boolean measured;
        private long words = -1;
        private long highlight = -1;
        private int recordings;
    }

    /// A turn was answered by 2xx at this time, by `System.nanoTime`.
    public synchronized void accepted(String turn, long at, boolean measured) {
        Turn known = turn(turn);
        known.accepted = at;
        known.measured = measured;
    }

    /// An event about a turn was heard.
    synchronized void heard(String type, String turn, long at) {
        Turn known = turn(turn);
        switch (type) {
            case "turn" -> known.recordings++;
            case "words" -> known.words = known.words < 0 ? at : known.words;
            case "highlight" -> known.highlight = known.highlight < 0 ? at : known.highlight;
            default -> {} // of no turn, or of a kind that nobody asks for
        }
    }

    /// Turns that were accepted, and not heard with their words.
    public synchronized int open() {
        return (int) turns.values().stream()
                .filter(turn -> turn.accepted >= 0 && (turn.words < 0 || turn.recordings == 0))
                .count();
    }

    public synchronized int accepted() {
        return (int) turns.values().stream().filter(turn -> turn.accepted >= 0).count();
    }

    /// Turns whose recording was heard more than once.
    public synchronized int repeated() {
        return (int) turns.values().stream().filter(turn -> turn.recordings > 1).count();
    }

    /// Milliseconds from the 2xx to the words, of the measured turns; 0 where they came first.
    public synchronized Distribution untilWords() {
        return milliseconds(false);
    }

    /// The same to the first highlight, of those that have one.
    public synchronized Distribution untilHighlight() {
        return milliseconds(true);
    }

    /// Milliseconds from the 2xx of a turn until a service sent it, of the measured turns; below 0 where
    /// that came first.
    public synchronized Distribution untilSent(Map<String, Long> sent) {
        return waits((id, turn) -> sent.get(id) - (epochMillis + turn.accepted / NANOS_PER_MILLI));
    }

    /// Milliseconds from when a service sent a turn until its words were heard, of the measured turns.
    public synchronized Distribution sinceSent(Map<String, Long> sent) {
        return waits((id, turn) -> epochMillis + turn.words / NANOS_PER_MILLI - sent.get(id));
    }

    /// Milliseconds from when one service sent a turn until another one did, of the measured turns.
    public synchronized Distribution between(Map<String, Long> sent, Map<String, Long> later) {
        return waits((id, _) -> (double) later.get(id) - sent.get(id));
    }

    private Distribution waits(ToDoubleBiFunction<String, Turn> wait) {
        return new Distribution(turns.entrySet().stream()
                .filter(turn -> turn.getValue().measured && turn.getValue().accepted >= 0)
                .map(turn -> wait.applyAsDouble(turn.getKey(), turn.getValue()))
                .toList());
    }

    private Distribution milliseconds(boolean highlight) {
        List<Double> all = new ArrayList<>();
        for (Turn turn : turns.values()) {
            long heard = highlight ? turn.highlight : turn.words;
            if (turn.measured && turn.accepted >= 0 && heard >= 0) {
                all.add(Math.max(0, heard - turn.accepted) / NANOS_PER_MILLI);
            }
        }
        return new Distribution(all);
    }

    private Turn turn(String id) {
        return turns.computeIfAbsent(id, _ -> new Turn());
    }
}

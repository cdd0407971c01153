package dev.parlance.fault.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A ledger, read.
public final class LedgerHistory {
    private final Map<UUID, TurnHistory> turns = new LinkedHashMap<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> attemptStarts = new HashMap<>();
    private final List<Latency> latencies = new ArrayList<>();

    private record Latency(long startedAt, long nanos) {}

    /// All about one turn.
    public static final class TurnHistory {
        private final SimulatedTurn simulatedTurn;
        private final long firstAttemptAt;
        private long firstAcceptedAt = Long.MAX_VALUE;
        private boolean storedUnacknowledged;

        private TurnHistory(SimulatedTurn said, long firstAsked) {
            this.simulatedTurn = said;
            this.firstAttemptAt = firstAsked;
        }

        public SimulatedTurn simulatedTurn() {
            return simulatedTurn;
        }

        /// Nanoseconds of the clock that never goes back, before anything of it was sent.
        public long firstAttemptAt() {
            return firstAttemptAt;
        }

        /// When its first 2xx had come; `Long.MAX_VALUE` where none has.
        public long firstAcceptedAt() {
            return firstAcceptedAt;
        }

        public boolean isAccepted() {
            return firstAcceptedAt != Long.MAX_VALUE;
        }

        /// Whether its first 2xx said "known already": it had been stored by a commit, or an attempt, whose answer was
        /// lost on the way to the service or to the client.
        public boolean isStoredUnacknowledged() {
            return storedUnacknowledged;
        }

        private void recordOutcome(Ledger.Line line) {
            if (line.outcome() == Outcome.ACCEPTED && !isAccepted()) {
                firstAcceptedAt = line.at();
                storedUnacknowledged = line.status() == 200;
            }
        }
    }

    static LedgerHistory of(Path file) {
        var history = new LedgerHistory();
        try (var lines = Files.lines(file)) {
            lines.forEach(history::addLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return history;
    }

    /// Every turn that was ever sent, by id, in the order of their first attempts.
    public Map<UUID, TurnHistory> turns() {
        return turns;
    }

    public Set<UUID> accepted() {
        return turns.values().stream()
                .filter(TurnHistory::isAccepted)
                .map(told -> told.simulatedTurn().turn())
                .collect(Collectors.toSet());
    }

    /// All attempts that came to an end.
    public int attempts() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Attempts that ended so.
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /// Turns that were stored before any client received a 2xx.
    public int storedUnacknowledged() {
        return (int) turns.values().stream()
                .filter(TurnHistory::isStoredUnacknowledged)
                .count();
    }

    /// Milliseconds from attempt to answer, of the accepted attempts that began between two moments.
    public double latencyPercentile(int percent, long from, long to) {
        double[] all = latencies.stream()
                .filter(time -> time.startedAt() >= from && time.startedAt() < to)
                .mapToDouble(time -> time.nanos() / 1e6)
                .sorted()
                .toArray();
        return all.length == 0 ? 0 : all[Math.min(all.length - 1, all.length * percent / 100)];
    }

    private void recordLatency(Ledger.Line line) {
        Long from = attemptStarts.remove(line.turn() + "/" + line.attempt());
        if (from != null && line.outcome() == Outcome.ACCEPTED) {
            latencies.add(new Latency(from, line.at() - from));
        }
    }

    private void addLine(String text) {
        try {
            Ledger.Line line = Ledger.JSON.readValue(text, Ledger.Line.class);
            if (line.said() != null) {
                turns.put(line.turn(), new TurnHistory(line.said(), line.at()));
            }
            if (line.outcome() == null) {
                attemptStarts.put(line.turn() + "/" + line.attempt(), line.at());
            } else {
                recordLatency(line);
                outcomes.merge(line.outcome(), 1, Integer::sum);
                turns.get(line.turn()).recordOutcome(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.parlance.journey.fault.ledger;

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
public final class History {
    private final Map<UUID, Told> turns = new LinkedHashMap<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> asked = new HashMap<>();
    private final List<Timed> times = new ArrayList<>();

    private record Timed(long from, long nanos) {}

    /// All about one turn.
    public static final class Told {
        private final Said said;
        private final long firstAsked;
        private long firstAccepted = Long.MAX_VALUE;
        private boolean keptUnheard;

        private Told(Said said, long firstAsked) {
            this.said = said;
            this.firstAsked = firstAsked;
        }

        public Said said() {
            return said;
        }

        /// Nanoseconds of the clock that never goes back, before anything of it was sent.
        public long firstAsked() {
            return firstAsked;
        }

        /// When its first 2xx had come; `Long.MAX_VALUE` where none has.
        public long firstAccepted() {
            return firstAccepted;
        }

        public boolean isAccepted() {
            return firstAccepted != Long.MAX_VALUE;
        }

        /// Whether its first 2xx said "known already": it had been stored by a commit, or an attempt, whose answer was
        /// lost on the way to the service or to the client.
        public boolean isKeptUnheard() {
            return keptUnheard;
        }

        private void answered(Ledger.Line line) {
            if (line.outcome() == Outcome.ACCEPTED && !isAccepted()) {
                firstAccepted = line.at();
                keptUnheard = line.status() == 200;
            }
        }
    }

    static History of(Path file) {
        var history = new History();
        try (var lines = Files.lines(file)) {
            lines.forEach(history::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return history;
    }

    /// Every turn that was ever sent, by id, in the order of their first attempts.
    public Map<UUID, Told> turns() {
        return turns;
    }

    public Set<UUID> accepted() {
        return turns.values().stream()
                .filter(Told::isAccepted)
                .map(told -> told.said().turn())
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

    /// Turns that had been stored before anybody could be told so.
    public int keptUnheard() {
        return (int) turns.values().stream().filter(Told::isKeptUnheard).count();
    }

    /// Milliseconds from attempt to answer, of the accepted attempts that began between two moments.
    public double percentile(int percent, long from, long to) {
        double[] all = times.stream()
                .filter(time -> time.from() >= from && time.from() < to)
                .mapToDouble(time -> time.nanos() / 1e6)
                .sorted()
                .toArray();
        return all.length == 0 ? 0 : all[Math.min(all.length - 1, all.length * percent / 100)];
    }

    private void time(Ledger.Line line) {
        Long from = asked.remove(line.turn() + "/" + line.attempt());
        if (from != null && line.outcome() == Outcome.ACCEPTED) {
            times.add(new Timed(from, line.at() - from));
        }
    }

    private void read(String text) {
        try {
            Ledger.Line line = Ledger.JSON.readValue(text, Ledger.Line.class);
            if (line.said() != null) {
                turns.put(line.turn(), new Told(line.said(), line.at()));
            }
            if (line.outcome() == null) {
                asked.put(line.turn() + "/" + line.attempt(), line.at());
            } else {
                time(line);
                outcomes.merge(line.outcome(), 1, Integer::sum);
                turns.get(line.turn()).answered(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

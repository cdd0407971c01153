package dev.parlance.fault.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fault.check.ServiceTables.DayKey;
import dev.parlance.fault.check.ServiceTables.DayRow;
import dev.parlance.fault.check.ServiceTables.TurnRow;
import dev.parlance.fault.cluster.TopicRecord;
import dev.parlance.fault.ledger.LedgerHistory;
import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.platform.client.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The invariants I1 to I6, I8 and I11, for the learners of one run; I7 is that there comes a rest at all.
public final class InvariantChecker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceTables tables;
    private final String kafka;
    private final LedgerHistory history;
    private final InvariantViolations violations = new InvariantViolations();

    /// @param prefix of the run's learners
    public InvariantChecker(SqlClient checker, String kafka, String prefix, LedgerHistory history) {
        this.tables = new ServiceTables(checker, prefix);
        this.kafka = kafka;
        this.history = history;
    }

    /// To be called once.
    ///
    /// @param quarantined what has been set aside since the run began
    /// @param poison      what should have been
    public CheckResult check(Set<String> quarantined, Set<String> poison) {
        List<TurnRow> rows = tables.turns();
        Set<UUID> stored = rows.stream().map(TurnRow::id).collect(Collectors.toSet());
        Set<UUID> analysed = tables.analyzed();
        Set<UUID> counted = tables.facts();
        List<TopicRecord> recorded = read("conversation-events", false);
        List<TopicRecord> told = read("analysis-events", false);
        List<TopicRecord> days = read("daily-summaries", true);
        List<TopicRecord> modules = read("module-usage", true);
        checkRows(rows, stored);
        new TopicOrderCheck(history, violations).check(recorded, rows);
        violations.addMissing("I4", "stored turns that are not analysed", stored, analysed);
        violations.addMissing("I4", "analysed turns that are not stored", analysed, stored);
        violations.addMissing(
                "I4",
                "analysed turns of which conversation-service has not heard",
                analysed,
                tables.analyzedInConversation());
        violations.addMissing("I5", "analysed turns that no day counts", analysed, counted);
        violations.addMissing("I5", "turns that days count and nobody stored", counted, stored);
        int doubled = checkAgainstOracle(stored);
        checkSummaries(days, modules);
        violations.addMissing("I8", "set aside although nothing is wrong with it", quarantined, poison);
        violations.addMissing("I8", "poison that was not set aside", poison, quarantined);
        Set<UUID> lost = new HashSet<>(history.accepted());
        lost.removeIf(turn -> stored.contains(turn) && analysed.contains(turn) && counted.contains(turn));
        int duplicates = TopicRecord.countDuplicates(recorded)
                + TopicRecord.countDuplicates(told)
                + TopicRecord.countDuplicates(days)
                + TopicRecord.countDuplicates(modules);
        return new CheckResult(violations.toList(), history.accepted().size(), lost.size(), doubled, duplicates);
    }

    private void checkRows(List<TurnRow> rows, Set<UUID> stored) {
        violations.addMissing("I1", "accepted turns without a row", history.accepted(), stored);
        for (TurnRow row : rows) {
            LedgerHistory.TurnHistory told = history.turns().get(row.id());
            if (told == null) {
                violations.add("I2", "rows that nobody asked for", row.id());
            } else if (!told.simulatedTurn().hash().equals(row.hash())) {
                violations.add("I1", "rows that differ from what was said", row.id());
            }
        }
    }

    private int checkAgainstOracle(Set<UUID> stored) {
        List<SimulatedTurn> said = history.turns().values().stream()
                .map(LedgerHistory.TurnHistory::simulatedTurn)
                .filter(one -> stored.contains(one.turn()))
                .toList();
        var oracle = new Oracle(said);
        Map<DayKey, DayRow> days = tables.days();
        violations.addDifferences("I4", "words", oracle.words(), tables.words());
        violations.addDifferences("I5", "days", oracle.days(), days);
        violations.addDifferences("I5", "module days", oracle.modules(), tables.modules());
        long total = days.values().stream().mapToLong(DayRow::turns).sum();
        if (total != stored.size()) {
            violations.add(
                    "I5", "the days do not add up", "%d turns are stored, %d counted".formatted(stored.size(), total));
        }
        Map<DayKey, DayRow> expected = oracle.days();
        return days.entrySet().stream()
                .mapToInt(day -> Math.max(
                        0,
                        day.getValue().turns()
                                - (expected.containsKey(day.getKey())
                                        ? expected.get(day.getKey()).turns()
                                        : 0)))
                .sum();
    }

    private void checkSummaries(List<TopicRecord> days, List<TopicRecord> modules) {
        Map<String, Long> rows = tables.revisions();
        Map<String, Long> last = new HashMap<>();
        Map<String, Long> highest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (List<TopicRecord> topic : List.of(days, modules)) {
            for (TopicRecord entry : topic) {
                if (entry.value().length == 0) {
                    last.remove(entry.key());
                    continue;
                }
                long revision = json(entry).get("revision").asLong();
                last.put(entry.key(), revision);
                if (seen.add(entry.id()) && highest.merge(entry.key(), revision, Math::max) != revision) {
                    violations.add("I6", "revisions that went back", entry.key());
                }
            }
        }
        violations.addDifferences("I6", "last revisions on the compacted topics", rows, last);
    }

    private List<TopicRecord> read(String topic, boolean withValues) {
        return TopicRecord.readAll(kafka, "parlance." + topic, tables::owns, withValues);
    }

    private static JsonNode json(TopicRecord entry) {
        try {
            return JSON.readTree(entry.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.parlance.journey.fault.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.journey.fault.check.Tables.DayKey;
import dev.parlance.journey.fault.check.Tables.DayRow;
import dev.parlance.journey.fault.check.Tables.TurnRow;
import dev.parlance.journey.fault.check.TopicLog.Entry;
import dev.parlance.journey.fault.ledger.History;
import dev.parlance.journey.fault.ledger.Said;
import dev.parlance.journey.fault.world.Sql;
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
public final class Checker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tables tables;
    private final String kafka;
    private final History history;
    private final Findings findings = new Findings();

    /// @param prefix of the run's learners
    public Checker(Sql checker, String kafka, String prefix, History history) {
        this.tables = new Tables(checker, prefix);
        this.kafka = kafka;
        this.history = history;
    }

    /// To be called once.
    ///
    /// @param quarantined what has been set aside since the run began
    /// @param poison      what should have been
    public Verdict check(Set<String> quarantined, Set<String> poison) {
        List<TurnRow> rows = tables.turns();
        Set<UUID> stored = rows.stream().map(TurnRow::id).collect(Collectors.toSet());
        Set<UUID> analysed = tables.analysed();
        Set<UUID> counted = tables.facts();
        List<Entry> recorded = read("conversation-events", false);
        List<Entry> told = read("analysis-events", false);
        List<Entry> days = read("daily-summaries", true);
        List<Entry> modules = read("module-usage", true);
        checkRows(rows, stored);
        new TopicOrder(history, findings).check(recorded, rows);
        findings.none("I4", "stored turns that are not analysed", stored, analysed);
        findings.none("I4", "analysed turns that are not stored", analysed, stored);
        findings.none("I4", "analysed turns of which conversation-service has not heard", analysed, tables.heard());
        findings.none("I5", "analysed turns that no day counts", analysed, counted);
        findings.none("I5", "turns that days count and nobody stored", counted, stored);
        int doubled = checkAgainstOracle(stored);
        checkSummaries(days, modules);
        findings.none("I8", "set aside although nothing is wrong with it", quarantined, poison);
        findings.none("I8", "poison that was not set aside", poison, quarantined);
        Set<UUID> lost = new HashSet<>(history.accepted());
        lost.removeIf(turn -> stored.contains(turn) && analysed.contains(turn) && counted.contains(turn));
        int duplicates = TopicLog.duplicates(recorded)
                + TopicLog.duplicates(told)
                + TopicLog.duplicates(days)
                + TopicLog.duplicates(modules);
        return new Verdict(findings.broken(), history.accepted().size(), lost.size(), doubled, duplicates);
    }

    private void checkRows(List<TurnRow> rows, Set<UUID> stored) {
        findings.none("I1", "accepted turns without a row", history.accepted(), stored);
        for (TurnRow row : rows) {
            History.Told told = history.turns().get(row.id());
            if (told == null) {
                findings.add("I2", "rows that nobody asked for", row.id());
            } else if (!told.said().hash().equals(row.hash())) {
                findings.add("I1", "rows that differ from what was said", row.id());
            }
        }
    }

    private int checkAgainstOracle(Set<UUID> stored) {
        List<Said> said = history.turns().values().stream()
                .map(History.Told::said)
                .filter(one -> stored.contains(one.turn()))
                .toList();
        var oracle = new Oracle(said);
        Map<DayKey, DayRow> days = tables.days();
        findings.equal("I4", "words", oracle.words(), tables.words());
        findings.equal("I5", "days", oracle.days(), days);
        findings.equal("I5", "module days", oracle.modules(), tables.modules());
        long total = days.values().stream().mapToLong(DayRow::turns).sum();
        if (total != stored.size()) {
            findings.add(
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

    private void checkSummaries(List<Entry> days, List<Entry> modules) {
        Map<String, Long> rows = tables.revisions();
        Map<String, Long> last = new HashMap<>();
        Map<String, Long> highest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (List<Entry> topic : List.of(days, modules)) {
            for (Entry entry : topic) {
                if (entry.value().length == 0) {
                    last.remove(entry.key());
                    continue;
                }
                long revision = json(entry).get("revision").asLong();
                last.put(entry.key(), revision);
                if (seen.add(entry.id()) && highest.merge(entry.key(), revision, Math::max) != revision) {
                    findings.add("I6", "revisions that went back", entry.key());
                }
            }
        }
        findings.equal("I6", "last revisions on the compacted topics", rows, last);
    }

    private List<Entry> read(String topic, boolean withValues) {
        return TopicLog.read(kafka, "parlance." + topic, tables::owns, withValues);
    }

    private static JsonNode json(Entry entry) {
        try {
            return JSON.readTree(entry.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

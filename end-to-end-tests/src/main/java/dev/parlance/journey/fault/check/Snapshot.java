package dev.parlance.journey.fault.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.journey.fault.world.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Everything that the services have derived of some learners' turns, without what may differ
/// between two derivations of the same: revisions, and when and how often it was done.
public record Snapshot(Set<String> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LEFT_OUT = Set.of(
            "revision",
            "updated_at",
            "created_at",
            "completed_at",
            "attempts",
            "updatedAt",
            "createdAt",
            "completedAt");
    /// What conversation-service keeps of the analysis.
    private static final String HEARD = """
            (select c.learner_id, a.* from conversation.analyzed_turn as a
             join conversation.conversation as c on c.tenant = a.tenant and c.id = a.conversation_id)""";

    private static final List<String> OF_LEARNERS = List.of(
            "analysis.analyzed_turn",
            "analysis.vocabulary",
            HEARD,
            "summary.turn_fact",
            "summary.learner_day",
            "summary.module_learner_day");

    public Snapshot {
        rows = Set.copyOf(rows);
    }

    /// @param prefix of the learners' ids; those who go on with `-live-` talk meanwhile and are left out
    public static Snapshot of(Sql checker, String prefix) {
        Set<String> rows = new HashSet<>();
        for (String table : OF_LEARNERS) {
            rows.addAll(read(checker, table, "learner_id like ? and learner_id not like '%-live-%'", prefix + "-%"));
        }
        rows.addAll(read(checker, "summary.module_day", "module = ?", prefix.toLowerCase(Locale.ROOT)));
        return new Snapshot(rows);
    }

    /// A few rows that only one of the two has; empty when they are equal.
    public List<String> differences(Snapshot other) {
        List<String> differences = new ArrayList<>();
        rows.stream()
                .filter(row -> !other.rows.contains(row))
                .limit(2)
                .forEach(row -> differences.add("only before: " + row));
        other.rows.stream()
                .filter(row -> !rows.contains(row))
                .limit(2)
                .forEach(row -> differences.add("only after: " + row));
        return differences;
    }

    private static List<String> read(Sql checker, String table, String where, String parameter) {
        return checker.rows(
                "select row_to_json(r) from %s as r where %s".formatted(table, where),
                row -> table + " " + trimmed(row.getString(1)),
                parameter);
    }

    private static String trimmed(String row) {
        try {
            JsonNode node = JSON.readTree(row);
            trim(node);
            return node.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void trim(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var _ = object.remove(LEFT_OUT);
        }
        node.forEach(Snapshot::trim);
    }
}

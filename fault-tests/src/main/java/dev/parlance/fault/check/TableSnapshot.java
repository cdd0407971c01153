package dev.parlance.fault.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.platform.client.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Everything that the services have derived of some learners' turns, without what may differ
/// between two derivations of the same: revisions, and when and how often it was done.
public record TableSnapshot(Set<String> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> IGNORED_FIELDS = Set.of(
            "revision",
            "updated_at",
            "created_at",
            "completed_at",
            "attempts",
            "updatedAt",
            "createdAt",
            "completedAt");
    /// What conversation-service keeps of the analysis.
    private static final String CONVERSATION_ANALYZED_TURN = """
            (select c.learner_id, a.* from conversation.analyzed_turn as a
             join conversation.conversation as c on c.tenant = a.tenant and c.id = a.conversation_id)""";

    private static final List<String> LEARNER_TABLES = List.of(
            "analysis.analyzed_turn",
            "analysis.vocabulary",
            CONVERSATION_ANALYZED_TURN,
            "summary.turn_fact",
            "summary.learner_day",
            "summary.module_learner_day");

    public TableSnapshot {
        rows = Set.copyOf(rows);
    }

    /// @param prefix of the learners' ids; those who go on with `-live-` talk meanwhile and are left out
    public static TableSnapshot of(SqlClient checker, String prefix) {
        Set<String> rows = new HashSet<>();
        for (String table : LEARNER_TABLES) {
            rows.addAll(read(checker, table, "learner_id like ? and learner_id not like '%-live-%'", prefix + "-%"));
        }
        rows.addAll(read(checker, "summary.module_day", "module = ?", prefix.toLowerCase(Locale.ROOT)));
        return new TableSnapshot(rows);
    }

    /// A few rows that only one of the two has; empty when they are equal.
    public List<String> differences(TableSnapshot other) {
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

    private static List<String> read(SqlClient checker, String table, String where, String parameter) {
        return checker.query(
                "select row_to_json(r) from %s as r where %s".formatted(table, where),
                row -> table + " " + withoutIgnored(row.getString(1)),
                parameter);
    }

    private static String withoutIgnored(String row) {
        try {
            JsonNode node = JSON.readTree(row);
            removeIgnored(node);
            return node.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeIgnored(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var _ = object.remove(IGNORED_FIELDS);
        }
        node.forEach(TableSnapshot::removeIgnored);
    }
}

package dev.parlance.conversation.operations.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.dialogue.turn.AnalysisCoverage;
import dev.parlance.conversation.operations.reconciliation.ReconciledDays.TurnCount;
import dev.parlance.kit.testing.MigrationDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Migrates the database of the first version, with a conversation of two turns, to the latest version.
class SchemaUpgradeTest {
    private static final Instant AFTER_UPGRADE = Instant.parse("2026-11-21T00:00:00Z");

    private static MigrationDatabase database;
    private static List<Map<String, Object>> before;

    @BeforeAll
    static void migrate() {
        database = MigrationDatabase.atVersion("conversation", "1");
        database.runScript("stored-by-V1.sql");
        before = rows();
        database.migrateToLatest();
        database.jdbi().registerArrayType(Instant.class, "timestamptz"); // as the service's own Jdbi has it
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @Test
    void everyRowIsAsItWas() {
        assertThat(rows()).isEqualTo(before).hasSize(5);
    }

    @Test
    void turnsFromBeforeAreReconciledToo() {
        // Given
        var days = new ReconciledDays(database.jdbi());
        var coverage = new AnalysisCoverage(database.jdbi());
        // When
        TurnCount count = days.countWindow(coverage.compare(days.watermark(), AFTER_UPGRADE), AFTER_UPGRADE);
        // Then
        assertThat(count).isEqualTo(new TurnCount(2, 1));
        assertThat(new UnanalysedTurns(database.jdbi()).lockDue(AFTER_UPGRADE, AFTER_UPGRADE, 10))
                .extracting(turn -> turn.key().id().toString())
                .containsExactly("7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02");
    }

    /// Rows as text, so that bytes are compared by value; without null columns, as new columns are null.
    private static List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String table : List.of("conversation", "turn", "analyzed_turn", "idempotent_answer")) {
            rows.addAll(database.rows(
                    "select '%s' as of, jsonb_strip_nulls(to_jsonb(stored))::text from %1$s as stored order by 2"
                            .formatted(table)));
        }
        return rows;
    }
}

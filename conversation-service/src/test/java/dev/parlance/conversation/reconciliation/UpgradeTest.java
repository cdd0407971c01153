package dev.parlance.conversation.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.reconciliation.ReconciledDays.Count;
import dev.parlance.kit.testing.OldDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An installation of the first version is brought up to date, with a conversation of two turns in it.
class UpgradeTest {
    private static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");

    private static OldDatabase database;
    private static List<Map<String, Object>> before;

    @BeforeAll
    static void bringUpToDate() {
        database = OldDatabase.of("conversation", "1");
        database.run("stored-by-V1.sql");
        before = rows();
        database.migrateOn();
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
        // When
        Count count = days.count(days.until(), LATER, LATER);
        // Then
        assertThat(count).isEqualTo(new Count(2, 1));
        assertThat(new UnanalysedTurns(database.jdbi()).due(LATER, LATER, 10))
                .extracting(turn -> turn.id().toString())
                .containsExactly("7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02");
    }

    /// Rows as text, so that bytes are compared by what they hold; without columns that hold nothing, as new ones do.
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

package dev.parlance.analysis.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.query.HighlightResource.Highlight;
import dev.parlance.analysis.turn.store.AnalysisHistory;
import dev.parlance.analysis.turn.store.AnalysisHistory.AnalysisFilter;
import dev.parlance.analysis.turn.store.AnalysisJson;
import dev.parlance.analysis.turn.store.Highlights;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.testing.MigrationDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The database of the first version is migrated, with four turns in it.
class UpgradeTest {
    private static final String TURNS = """
            select turn_id, learner_id, conversation_id, revision, status, recorded, facts, jobs::text, created_at, completed_at
            from analyzed_turn order by turn_id
            """;
    private static final String WORDS = """
            select tenant, learner_id, language, lemma, display, surface, level, count, first_seen_at, first_conversation_id,
                   first_sequence, first_turn_id, last_seen_at
            from vocabulary order by lemma
            """;

    private static final AnalysisJson JSON = new AnalysisJson(List.of());

    private static MigrationDatabase database;
    private static List<Highlight> highlights;
    private static List<Map<String, Object>> turns;
    private static List<Map<String, Object>> words;

    @BeforeAll
    static void migrate() {
        database = MigrationDatabase.atVersion("analysis", "1");
        database.runScript("stored-by-V1.sql");
        turns = database.rows(TURNS);
        words = database.rows(WORDS);
        highlights = database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from highlight order by occurred_at desc, id desc")
                        .map((row, _) -> highlight(row))
                        .list());
        database.migrateToLatest();
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @Test
    void everyHighlightIsFoundAsItWas() {
        var all = new Highlights.Filter(null, null, null, InstantRange.of(null, null));
        assertThat(list(all)).isEqualTo(highlights).hasSize(4);
    }

    @Test
    void highlightsAreFoundByLearnerConversationAndType() {
        Highlight joy = highlights.stream()
                .filter(one -> one.type().equals("emotional_moment"))
                .findFirst()
                .orElseThrow();
        var alone = new Highlights.Filter(
                joy.learnerId(),
                joy.conversationId(),
                joy.type(),
                InstantRange.of(joy.occurredAt().toString(), null));
        assertThat(list(alone)).containsExactly(joy);
    }

    @Test
    void turnsAndWordsAreAsTheyWere() {
        assertThat(database.rows(TURNS)).isEqualTo(turns).hasSize(4);
        assertThat(database.rows(WORDS)).isEqualTo(words).hasSize(3);
    }

    @Test
    void everyAnalysisCanBePublishedAgain() {
        // Given
        var history = new AnalysisHistory(database.jdbi(), JSON);
        var all = new AnalysisFilter(Learner.DEFAULT_TENANT, null, null, null);
        // When
        List<TurnAnalyzed> events = history.findAfter(all, history.startOf(Learner.DEFAULT_TENANT), 10)
                .events();
        // Then
        assertThat(history.count(all)).isEqualTo(4);
        assertThat(events)
                .extracting(TurnAnalyzed::status)
                .containsExactly("completed", "completed", "partial", "failed");
        assertThat(events.stream().flatMap(turn -> turn.highlights().stream()).map(one -> one.id()))
                .containsExactlyInAnyOrderElementsOf(
                        highlights.stream().map(Highlight::id).toList());
    }

    private static List<Highlight> list(Highlights.Filter filter) {
        return new Highlights(database.jdbi(), JSON)
                .list(Learner.DEFAULT_TENANT, filter, PageRequest.of(null, null, "highlights")).stream()
                        .map(Highlight::of)
                        .toList();
    }

    private static Highlight highlight(ResultSet row) throws SQLException {
        return new Highlight(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("learner_id"),
                row.getObject("conversation_id", UUID.class),
                row.getObject("turn_id", UUID.class),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("description"),
                row.getString("excerpt"));
    }
}

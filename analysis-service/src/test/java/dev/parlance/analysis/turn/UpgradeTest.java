package dev.parlance.analysis.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.turn.HighlightResource.Highlight;
import dev.parlance.analysis.turn.PastAnalyses.Choice;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.Learner;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.testing.OldDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An installation of the first version is brought up to date, with four turns in it.
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

    private static OldDatabase database;
    private static List<Highlight> highlights;
    private static List<Map<String, Object>> turns;
    private static List<Map<String, Object>> words;

    @BeforeAll
    static void bringUpToDate() {
        database = OldDatabase.of("analysis", "1");
        database.run("stored-by-V1.sql");
        turns = database.rows(TURNS);
        words = database.rows(WORDS);
        highlights = database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from highlight order by occurred_at desc, id desc")
                        .map((row, _) -> highlight(row))
                        .list());
        database.migrateOn();
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @Test
    void everyHighlightIsFoundAsItWas() {
        var all = new Highlights.Filter(null, null, null, InstantRange.of(null, null));
        assertThat(new Highlights(database.jdbi())
                        .list(Learner.DEFAULT_TENANT, all, PageRequest.of(null, null, "highlights")))
                .isEqualTo(highlights)
                .hasSize(4);
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
        assertThat(new Highlights(database.jdbi())
                        .list(Learner.DEFAULT_TENANT, alone, PageRequest.of(null, null, "highlights")))
                .containsExactly(joy);
    }

    @Test
    void turnsAndWordsAreAsTheyWere() {
        assertThat(database.rows(TURNS)).isEqualTo(turns).hasSize(4);
        assertThat(database.rows(WORDS)).isEqualTo(words).hasSize(3);
    }

    @Test
    void everyAnalysisCanBeToldAgain() {
        // Given
        var past = new PastAnalyses(database.jdbi());
        var all = new Choice(Learner.DEFAULT_TENANT, null, null, null);
        // When
        List<TurnAnalyzed> told =
                past.behind(all, past.beginning(Learner.DEFAULT_TENANT), 10).events();
        // Then
        assertThat(past.count(all)).isEqualTo(4);
        assertThat(told)
                .extracting(TurnAnalyzed::status)
                .containsExactly("completed", "completed", "partial", "failed");
        assertThat(told.stream().flatMap(turn -> turn.highlights().stream()).map(one -> one.id()))
                .containsExactlyInAnyOrderElementsOf(
                        highlights.stream().map(Highlight::id).toList());
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

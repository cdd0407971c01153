package dev.parlance.summary.day;

import dev.parlance.contract.SummaryEvent.DailySummary;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.summary.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// All learners' days.
@ApplicationScoped
class LearnerDays {
    private static final String PUT = """
            insert into learner_day (
                tenant, learner_id, date, time_zone, revision, conversations, turns, learner_words, reply_words,
                unique_words, new_words, sentences, speaking_ms, highlights, by_module, by_channel,
                first_turn_at, last_turn_at, updated_at)
            values (
                :tenant, :learner, :date, :timeZone, :revision, :conversations, :turns, :learnerWords, :replyWords,
                :uniqueWords, :newWords, :sentences, :speakingMs, cast(:highlights as jsonb), cast(:byModule as jsonb),
                cast(:byChannel as jsonb), :firstTurnAt, :lastTurnAt, :updatedAt)
            on conflict (tenant, learner_id, date) do update set
                time_zone = excluded.time_zone, revision = excluded.revision,
                conversations = excluded.conversations, turns = excluded.turns,
                learner_words = excluded.learner_words, reply_words = excluded.reply_words,
                unique_words = excluded.unique_words, new_words = excluded.new_words,
                sentences = excluded.sentences, speaking_ms = excluded.speaking_ms,
                highlights = excluded.highlights, by_module = excluded.by_module, by_channel = excluded.by_channel,
                first_turn_at = excluded.first_turn_at, last_turn_at = excluded.last_turn_at,
                updated_at = excluded.updated_at
            """;

    private final Jdbi jdbi;

    LearnerDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Those of these days that there are.
    Map<DayKey, Day> of(List<DayKey> keys) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                        select learner_day.*
                        from unnest(:tenant, :learner, cast(:date as date[])) as t (tenant, learner_id, date)
                        join learner_day using (tenant, learner_id, date)
                        """), keys)
                .map((row, _) -> day(row))
                .stream()
                .collect(Collectors.toMap(Day::key, Function.identity())));
    }

    /// @param days each once, ordered by key
    void put(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch(PUT);
            for (Day day : days) {
                bind(rows, day);
                rows.add();
            }
            rows.execute();
        });
    }

    void delete(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                        delete from learner_day
                        using unnest(:tenant, :learner, cast(:date as date[])) as t (tenant, learner_id, date)
                        where learner_day.tenant = t.tenant and learner_day.learner_id = t.learner_id
                          and learner_day.date = t.date
                        """), days.stream().map(Day::key).toList())
                .execute());
    }

    /// By date, ascending.
    List<DailySummary> ofLearner(String tenant, String learnerId, DateRange dates, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from learner_day
                        where tenant = :tenant and learner_id = :learner
                          and date >= coalesce(cast(:from as date), '-infinity')
                          and date <= coalesce(cast(:to as date), 'infinity')
                          and date > coalesce(cast(:after as date), '-infinity')
                        order by date limit :rows
                        """)
                .bind("tenant", tenant)
                .bind("learner", learnerId)
                .bind("from", dates.from())
                .bind("to", dates.to())
                .bind("after", page.isFirst() ? null : DateRange.parse("cursor", page.after().getFirst()))
                .bind("rows", page.rows())
                .map((row, _) -> day(row).summary())
                .list());
    }

    static <S extends SqlStatement<S>> S bind(S statement, List<DayKey> keys) {
        return statement
                .bind("tenant", keys.stream().map(DayKey::tenant).toArray(String[]::new))
                .bind("learner", keys.stream().map(DayKey::learnerId).toArray(String[]::new))
                .bind("date", keys.stream().map(key -> key.date().toString()).toArray(String[]::new));
    }

    static DayFigures figures(ResultSet row) throws SQLException {
        return new DayFigures(
                row.getString("time_zone"),
                row.getInt("conversations"),
                row.getInt("turns"),
                row.getInt("learner_words"),
                row.getInt("reply_words"),
                row.getInt("unique_words"),
                row.getInt("new_words"),
                row.getInt("sentences"),
                row.getLong("speaking_ms"),
                Counts.ofJson(row.getString("highlights")),
                Counts.ofJson(row.getString("by_module")),
                Counts.ofJson(row.getString("by_channel")),
                row.getTimestamp("first_turn_at").toInstant(),
                row.getTimestamp("last_turn_at").toInstant());
    }

    private static Day day(ResultSet row) throws SQLException {
        var key = new DayKey(
                row.getString("tenant"), row.getString("learner_id"), row.getObject("date", LocalDate.class));
        return new Day(
                key, figures(row), row.getLong("revision"), row.getTimestamp("updated_at").toInstant());
    }

    private static void bind(SqlStatement<?> row, Day day) {
        DayFigures figures = day.figures();
        row.bind("tenant", day.key().tenant())
                .bind("learner", day.key().learnerId())
                .bind("date", day.key().date())
                .bind("timeZone", figures.timeZone())
                .bind("revision", day.revision())
                .bind("conversations", figures.conversations())
                .bind("turns", figures.turns())
                .bind("learnerWords", figures.learnerWords())
                .bind("replyWords", figures.replyWords())
                .bind("uniqueWords", figures.uniqueWords())
                .bind("newWords", figures.newWords())
                .bind("sentences", figures.sentences())
                .bind("speakingMs", figures.speakingMs())
                .bind("highlights", figures.highlights().json())
                .bind("byModule", figures.byModule().json())
                .bind("byChannel", figures.byChannel().json())
                .bind("firstTurnAt", figures.firstTurnAt())
                .bind("lastTurnAt", figures.lastTurnAt())
                .bind("updatedAt", day.updatedAt());
    }
}

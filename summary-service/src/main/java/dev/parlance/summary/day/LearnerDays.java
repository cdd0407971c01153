package dev.parlance.summary.day;

import dev.parlance.contract.SummaryEvent.DailySummary;
import dev.parlance.kit.outbox.Column;
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
            select * from unnest(
                :tenant, :learner, cast(:date as date[]), :timeZone, :revision, :conversations, :turns, :learnerWords,
                :replyWords, :uniqueWords, :newWords, :sentences, :speakingMs, cast(:highlights as jsonb[]),
                cast(:byModule as jsonb[]), cast(:byChannel as jsonb[]), cast(:firstTurnAt as timestamptz[]),
                cast(:lastTurnAt as timestamptz[]), cast(:updatedAt as timestamptz[]))
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
    Map<DayKey, StoredDay> of(List<DayKey> keys) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("""
                        select learner_day.*, learner_day.xmin::text as writer
                        from unnest(:tenant, :learner, cast(:date as date[])) as t (tenant, learner_id, date)
                        join learner_day using (tenant, learner_id, date)
                        """), keys)
                        .map((row, _) -> new StoredDay(day(row), row.getString("writer")))
                        .stream()
                        .collect(Collectors.toMap(stored -> stored.day().key(), Function.identity())));
    }

    /// The caller's transaction, as the writer of the rows that it writes.
    String writer() {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_current_xact_id()::xid::text")
                .mapTo(String.class)
                .one());
    }

    /// The caller's transaction becomes the writer of these rows, which stay as they are.
    void touch(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate("""
                        update learner_day set revision = revision
                        from unnest(:tenant, :learner, cast(:date as date[])) as t (tenant, learner_id, date)
                        where learner_day.tenant = t.tenant and learner_day.learner_id = t.learner_id
                          and learner_day.date = t.date
                        """), days.stream().map(Day::key).toList())
                .execute());
    }

    /// @param days each once, ordered by key
    void put(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate(PUT), days.stream().map(Day::key).toList())
                .bind("timeZone", Column.of(days, day -> day.figures().timeZone(), String[]::new))
                .bind("revision", Column.of(days, Day::revision, Long[]::new))
                .bind("conversations", Column.of(days, day -> day.figures().conversations(), Integer[]::new))
                .bind("turns", Column.of(days, day -> day.figures().turns(), Integer[]::new))
                .bind("learnerWords", Column.of(days, day -> day.figures().learnerWords(), Integer[]::new))
                .bind("replyWords", Column.of(days, day -> day.figures().replyWords(), Integer[]::new))
                .bind("uniqueWords", Column.of(days, day -> day.figures().uniqueWords(), Integer[]::new))
                .bind("newWords", Column.of(days, day -> day.figures().newWords(), Integer[]::new))
                .bind("sentences", Column.of(days, day -> day.figures().sentences(), Integer[]::new))
                .bind("speakingMs", Column.of(days, day -> day.figures().speakingMs(), Long[]::new))
                .bind(
                        "highlights",
                        Column.of(days, day -> day.figures().highlights().json(), String[]::new))
                .bind(
                        "byModule",
                        Column.of(days, day -> day.figures().byModule().json(), String[]::new))
                .bind(
                        "byChannel",
                        Column.of(days, day -> day.figures().byChannel().json(), String[]::new))
                .bind(
                        "firstTurnAt",
                        Column.of(days, day -> day.figures().firstTurnAt().toString(), String[]::new))
                .bind(
                        "lastTurnAt",
                        Column.of(days, day -> day.figures().lastTurnAt().toString(), String[]::new))
                .bind("updatedAt", Column.of(days, day -> day.updatedAt().toString(), String[]::new))
                .execute());
    }

    void delete(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate("""
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
                .bind(
                        "after",
                        page.isFirst()
                                ? null
                                : DateRange.parse("cursor", page.after().getFirst()))
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

    private static DayFigures figures(ResultSet row) throws SQLException {
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
                key,
                figures(row),
                row.getLong("revision"),
                row.getTimestamp("updated_at").toInstant());
    }
}

package dev.parlance.summary.day;

import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.kit.jdbc.SqlArrays;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.summary.Counts;
import dev.parlance.summary.fact.DayFacts;
import dev.parlance.summary.fact.DayKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// All learners' days (table `learner_day`).
@ApplicationScoped
public class LearnerDays {
    private static final String UPSERT = """
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

    /// Those of these days that exist.
    Map<DayKey, StoredDay> findAll(List<DayKey> keys) {
        return jdbi.withHandle(handle -> DayFacts.bind(handle.createQuery("""
                        select learner_day.*, learner_day.xmin::text as transaction_id
                        from unnest(:tenant, :learner, cast(:date as date[])) as t (tenant, learner_id, date)
                        join learner_day using (tenant, learner_id, date)
                        """), keys)
                .map((row, _) -> new StoredDay(day(row), row.getString("transaction_id")))
                .stream()
                .collect(Collectors.toMap(stored -> stored.day().key(), Function.identity())));
    }

    /// The id of the caller's transaction, which becomes the `xmin` of the rows that it writes.
    String currentTransactionId() {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_current_xact_id()::xid::text")
                .mapTo(String.class)
                .one());
    }

    /// Rewrites these rows unchanged, so that they carry the caller's transaction id: [DayFactCache] relies on it.
    void touch(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> DayFacts.bind(
                        handle.createUpdate("""
                        update learner_day set revision = revision
                        from unnest(:tenant, :learner, cast(:date as date[])) as t (tenant, learner_id, date)
                        where learner_day.tenant = t.tenant and learner_day.learner_id = t.learner_id
                          and learner_day.date = t.date
                        """), days.stream().map(Day::key).toList())
                .execute());
    }

    /// @param days each once, ordered by key
    void upsert(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> DayFacts.bind(
                        handle.createUpdate(UPSERT), days.stream().map(Day::key).toList())
                .bind("timeZone", SqlArrays.of(days, day -> day.figures().timeZone(), String[]::new))
                .bind("revision", SqlArrays.of(days, Day::revision, Long[]::new))
                .bind("conversations", SqlArrays.of(days, day -> day.figures().conversations(), Integer[]::new))
                .bind("turns", SqlArrays.of(days, day -> day.figures().turns(), Integer[]::new))
                .bind("learnerWords", SqlArrays.of(days, day -> day.figures().learnerWords(), Integer[]::new))
                .bind("replyWords", SqlArrays.of(days, day -> day.figures().replyWords(), Integer[]::new))
                .bind("uniqueWords", SqlArrays.of(days, day -> day.figures().uniqueWords(), Integer[]::new))
                .bind("newWords", SqlArrays.of(days, day -> day.figures().newWords(), Integer[]::new))
                .bind("sentences", SqlArrays.of(days, day -> day.figures().sentences(), Integer[]::new))
                .bind("speakingMs", SqlArrays.of(days, day -> day.figures().speakingMs(), Long[]::new))
                .bind(
                        "highlights",
                        SqlArrays.of(days, day -> day.figures().highlights().toJson(), String[]::new))
                .bind(
                        "byModule",
                        SqlArrays.of(days, day -> day.figures().byModule().toJson(), String[]::new))
                .bind(
                        "byChannel",
                        SqlArrays.of(days, day -> day.figures().byChannel().toJson(), String[]::new))
                .bind(
                        "firstTurnAt",
                        SqlArrays.of(days, day -> day.figures().firstTurnAt().toString(), String[]::new))
                .bind(
                        "lastTurnAt",
                        SqlArrays.of(days, day -> day.figures().lastTurnAt().toString(), String[]::new))
                .bind("updatedAt", SqlArrays.of(days, day -> day.updatedAt().toString(), String[]::new))
                .execute());
    }

    void delete(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> DayFacts.bind(
                        handle.createUpdate("""
                        delete from learner_day
                        using unnest(:tenant, :learner, cast(:date as date[])) as t (tenant, learner_id, date)
                        where learner_day.tenant = t.tenant and learner_day.learner_id = t.learner_id
                          and learner_day.date = t.date
                        """), days.stream().map(Day::key).toList())
                .execute());
    }

    /// The next learners among those with a day on this date and these others, in the database's order of their ids
    /// (which Java cannot reproduce: it depends on the collation).
    ///
    /// @param after  only ids greater than this
    /// @param others their ids are greater than `after`, too
    public List<String> findLearnersOn(String tenant, LocalDate date, String after, List<String> others, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select learner_id from unnest(:others) as t (learner_id)
                        union
                        (select learner_id from learner_day
                         where tenant = :tenant and date = :date and learner_id > :after
                         order by learner_id limit :limit)
                        order by learner_id limit :limit
                        """)
                .bind("others", others.toArray(String[]::new))
                .bind("tenant", tenant)
                .bind("date", date)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /// By date, ascending.
    List<DailySummary> findPage(String tenant, String learnerId, DateRange dates, PageRequest page) {
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
                .bind("after", page.dateAfter(0))
                .bind("rows", page.rows())
                .map((row, _) -> day(row).summary())
                .list());
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
                Counts.fromJson(row.getString("highlights")),
                Counts.fromJson(row.getString("by_module")),
                Counts.fromJson(row.getString("by_channel")),
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

package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.conversation.dialogue.turn.AnalysisCoverage.ComparedTurn;
import dev.parlance.kit.jdbc.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// The counts of each day and the watermark up to which turns have been counted. A turn is counted once when it is old
/// enough, and once more when its day is over; the whole table `turn` is never read.
@ApplicationScoped
class ReconciledDays {
    /// Stores the turns that have not been analysed. One that was stored before counts as not analysed, whatever has
    /// become of it: [UnanalysedTurns#deleteAnalysed] corrects its day.
    private static final String COMPARED = """
            with compared as (
                select c.*, c.analysed and u.turn_id is null as settled
                from unnest(:tenants, :turns, :recordedAt, :analysed) as c (tenant, turn_id, recorded_at, analysed)
                left join unanalysed_turn u on u.tenant = c.tenant and u.turn_id = c.turn_id
            ), missing as (
                insert into unanalysed_turn (tenant, turn_id, recorded_at, next_at)
                select tenant, turn_id, recorded_at, :now from compared where not analysed
                on conflict do nothing
            )
            """;

    private final Jdbi jdbi;

    ReconciledDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Turns recorded before this have been counted. The row stays locked until the transaction ends, so that one
    /// caller at a time counts.
    Instant watermark() {
        return jdbi.withHandle(handle -> handle.createQuery("select until from reconciled_until for update")
                .mapTo(Instant.class)
                .one());
    }

    void watermark(Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("update reconciled_until set until = :until")
                .bind("until", until)
                .execute());
    }

    /// Adds the turns of a window to their days, and stores those that have not been analysed.
    void addWindow(Collection<ComparedTurn> turns, Instant now) {
        jdbi.useHandle(
                handle -> bind(handle.createUpdate(COMPARED + """
                insert into reconciled_day as day (date, accepted, analysed)
                select (recorded_at at time zone 'UTC')::date, count(*), count(*) filter (where settled)
                from compared group by 1
                on conflict (date) do update
                set accepted = day.accepted + excluded.accepted, analysed = day.analysed + excluded.analysed
                """), turns, now).execute());
    }

    /// Counts the turns of a window without adding them to their days, and stores those that have not been analysed.
    TurnCount countWindow(Collection<ComparedTurn> turns, Instant now) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery(COMPARED + "select count(*), count(*) filter (where settled) from compared"),
                        turns,
                        now)
                .map((row, _) -> new TurnCount(row.getLong(1), row.getLong(2)))
                .one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<ComparedTurn> turns, Instant now) {
        return statement
                .bind("tenants", SqlArrays.of(turns, turn -> turn.key().tenant(), String[]::new))
                .bind("turns", SqlArrays.of(turns, turn -> turn.key().id().value(), UUID[]::new))
                .bind("recordedAt", SqlArrays.of(turns, ComparedTurn::recordedAt, Instant[]::new))
                .bind("analysed", SqlArrays.of(turns, ComparedTurn::analysed, Boolean[]::new))
                .bind("now", now);
    }

    record TurnCount(long accepted, long analysed) {
        static final TurnCount NONE = new TurnCount(0, 0);

        TurnCount plus(TurnCount other) {
            return new TurnCount(accepted + other.accepted, analysed + other.analysed);
        }
    }

    /// A day that is over and has not been counted a second time.
    Optional<LocalDate> findUnclosed(LocalDate before) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select date from reconciled_day where not closed and date < :before order by date limit 1")
                .bind("before", before)
                .mapTo(LocalDate.class)
                .findOne());
    }

    void close(LocalDate date, TurnCount count) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update reconciled_day set accepted = :accepted, analysed = :analysed, closed = true
                where date = :date
                """)
                .bind("date", date)
                .bind("accepted", count.accepted())
                .bind("analysed", count.analysed())
                .execute());
    }

    /// Newest first.
    List<DayBalance> findBalances(LocalDate since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select day.date, day.accepted, day.analysed,
                       count(u.turn_id) filter (where u.quarantined), count(u.turn_id) filter (where not u.quarantined)
                from reconciled_day day
                left join unanalysed_turn u on (u.recorded_at at time zone 'UTC')::date = day.date
                where day.date >= :since
                group by day.date order by day.date desc
                """)
                .bind("since", since)
                .map((row, _) -> new DayBalance(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list());
    }

    static Instant startOfDay(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

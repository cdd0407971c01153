package dev.parlance.conversation.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// What has been counted of each day, and up to where. Every turn is looked at when it is old enough, and once more
/// when its day is over; never is the whole table.
@ApplicationScoped
class ReconciledDays {
    /// A left join would let the planner read all of analyzed_turn; the limit makes it look turn by turn.
    private static final String COMPARED = """
            with compared as (
                select t.tenant, t.id, t.recorded_at, a.known,
                       case when u.turn_id is null then a.known end as settled
                from turn t left join lateral (
                    select true as known from analyzed_turn a where a.tenant = t.tenant and a.turn_id = t.id limit 1
                ) a on true
                left join unanalysed_turn u on u.tenant = t.tenant and u.turn_id = t.id
                where t.recorded_at >= :from and t.recorded_at < :to
            ), missing as (
                insert into unanalysed_turn (tenant, turn_id, recorded_at, next_at)
                select tenant, id, recorded_at, :now from compared where known is null
                on conflict do nothing
            )
            """;

    private final Jdbi jdbi;

    ReconciledDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Turns recorded before this have been counted; locked, so that nobody else counts on.
    Instant until() {
        return jdbi.withHandle(handle -> handle.createQuery("select until from reconciled_until for update")
                .mapTo(Instant.class)
                .one());
    }

    void until(Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("update reconciled_until set until = :until")
                .bind("until", until)
                .execute());
    }

    /// Where a window of about so many turns ends.
    Instant windowEnd(Instant from, Instant last, int turns) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select recorded_at from turn where recorded_at >= :from and recorded_at < :last
                order by recorded_at offset :turns limit 1
                """)
                .bind("from", from)
                .bind("last", last)
                .bind("turns", turns)
                .mapTo(Instant.class)
                .findOne()
                .map(end -> end.isAfter(from) ? end : from.plusMillis(1))
                .orElse(last));
    }

    /// Adds the turns of a window to their days, and remembers those that have not been analysed.
    void add(Instant from, Instant to, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(COMPARED + """
                insert into reconciled_day as day (date, accepted, analysed)
                select (recorded_at at time zone 'UTC')::date, count(*), count(settled) from compared group by 1
                on conflict (date) do update
                set accepted = day.accepted + excluded.accepted, analysed = day.analysed + excluded.analysed
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .execute());
    }

    /// What a window holds, without adding it to anything.
    Count count(Instant from, Instant to, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(COMPARED + "select count(*), count(settled) from compared")
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .map((row, _) -> new Count(row.getLong(1), row.getLong(2)))
                .one());
    }

    record Count(long accepted, long analysed) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(accepted + other.accepted, analysed + other.analysed);
        }
    }

    /// A day that is over and has not been counted a second time.
    Optional<LocalDate> toClose(LocalDate before) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select date from reconciled_day where not closed and date < :before order by date limit 1")
                .bind("before", before)
                .mapTo(LocalDate.class)
                .findOne());
    }

    void close(LocalDate date, Count count) {
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
    List<DayBalance> balances(LocalDate since) {
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

    static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

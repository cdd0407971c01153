package dev.parlance.conversation.reconciliation;

import dev.parlance.contract.TurnId;
import dev.parlance.kit.outbox.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The turns that should have been analysed and were not, or not as they were heard since.
@ApplicationScoped
class UnanalysedTurns {
    private final Jdbi jdbi;

    UnanalysedTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Those that were recorded before then and are due, oldest first, locked. What is newer is not even looked at:
    /// it may be millions, while the analysis is away.
    List<UnanalysedTurn> due(Instant recordedBefore, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select u.tenant, u.turn_id, greatest(u.recorded_at, to_timestamp(t.revision / 1000.0)), u.announced,
                       exists (select from analyzed_turn a where a.tenant = u.tenant and a.turn_id = u.turn_id
                               and coalesce(a.transcript, t.revision, 0) >= coalesce(t.revision, 0)),
                       u.turn_id::text in (
                           select coalesce(substring(headers from 'ce_subject: ([^\\n]*)'), '')
                           from quarantine
                           where status = 'waiting'
                             and ce_type in ('parlance.turn-recorded.v1', 'parlance.turn-transcribed.v1',
                                           'parlance.turn-analyzed.v1'))
                from (select * from unanalysed_turn where recorded_at < :before and next_at <= :now
                      order by recorded_at limit :limit for update) u
                left join lateral (
                    select transcript_revision as revision from turn where tenant = u.tenant and id = u.turn_id limit 1
                ) t on true
                order by u.recorded_at
                """)
                .bind("before", recordedBefore)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, _) -> new UnanalysedTurn(
                        row.getString(1),
                        new TurnId(row.getObject(2, UUID.class)),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4),
                        row.getBoolean(5),
                        row.getBoolean(6)))
                .list());
    }

    /// They have been analysed after all.
    void settle(List<UnanalysedTurn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                with gone as (
                    delete from unanalysed_turn u using unnest(:tenants, :turns) as settled (tenant, turn_id)
                    where u.tenant = settled.tenant and u.turn_id = settled.turn_id
                    returning (u.recorded_at at time zone 'UTC')::date as date
                )
                update reconciled_day day set analysed = day.analysed + of_date.turns
                from (select date, count(*) as turns from gone group by date) as of_date
                where day.date = of_date.date
                """)
                .bind("tenants", Column.of(turns, UnanalysedTurn::tenant, String[]::new))
                .bind("turns", Column.of(turns, turn -> turn.id().value(), UUID[]::new))
                .execute());
    }

    /// When to look at a turn again.
    record Look(UnanalysedTurn turn, boolean announced, Instant next) {}

    void lookAgain(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                update unanalysed_turn u
                set announced = u.announced + look.announced, quarantined = look.quarantined, next_at = look.next_at
                from unnest(:tenants, :turns, :announced, :quarantined, :next)
                     as look (tenant, turn_id, announced, quarantined, next_at)
                where u.tenant = look.tenant and u.turn_id = look.turn_id
                """)
                .bind("tenants", Column.of(looks, look -> look.turn().tenant(), String[]::new))
                .bind("turns", Column.of(looks, look -> look.turn().id().value(), UUID[]::new))
                .bind("announced", Column.of(looks, look -> look.announced() ? 1 : 0, Integer[]::new))
                .bind("quarantined", Column.of(looks, look -> look.turn().quarantined(), Boolean[]::new))
                .bind("next", Column.of(looks, Look::next, Instant[]::new))
                .execute());
    }

    /// How many there are, how old the oldest is, and how many were announced again more than twice in vain.
    record Waiting(long turns, Instant oldest, long inVain) {}

    Waiting waiting() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*), min(recorded_at), count(*) filter (where announced > 2) from unanalysed_turn")
                .map((row, _) -> new Waiting(
                        row.getLong(1),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                        row.getLong(3)))
                .one());
    }
}

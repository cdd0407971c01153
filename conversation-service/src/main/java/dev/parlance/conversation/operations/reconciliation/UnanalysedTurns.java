package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.turn.Turn;
import dev.parlance.kit.jdbc.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The store of turns that were not analysed in time, or whose latest transcript was not. It owns the table
/// `unanalysed_turn`.
@ApplicationScoped
class UnanalysedTurns {
    private final Jdbi jdbi;

    UnanalysedTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A turn whose next check is due.
    ///
    /// @param reannouncements how often its events have been published again
    record DueTurn(Turn.Key key, Instant recordedAt, int reannouncements) {}

    /// Turns recorded before this instant whose next check is due, oldest first, locked until the transaction ends.
    /// Newer ones are not read: there may be millions while the analysis is down.
    List<DueTurn> lockDue(Instant recordedBefore, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select tenant, turn_id, recorded_at, announced from unanalysed_turn
                where recorded_at < :before and next_at <= :now
                order by recorded_at limit :limit for update
                """)
                .bind("before", recordedBefore)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, _) -> new DueTurn(
                        new Turn.Key(row.getString(1), new TurnId(row.getObject(2, UUID.class))),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4)))
                .list());
    }

    /// Removes turns that have been analysed after all, and counts them as analysed for their day.
    void deleteAnalysed(List<UnanalysedTurn> turns) {
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
                .bind("tenants", SqlArrays.of(turns, UnanalysedTurn::tenant, String[]::new))
                .bind("turns", SqlArrays.of(turns, turn -> turn.id().value(), UUID[]::new))
                .execute());
    }

    /// When to check a turn again.
    record NextCheck(UnanalysedTurn turn, boolean reannounced, Instant at) {}

    void scheduleChecks(List<NextCheck> checks) {
        if (checks.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                update unanalysed_turn u
                set announced = u.announced + next.announced, quarantined = next.quarantined, next_at = next.next_at
                from unnest(:tenants, :turns, :announced, :quarantined, :next)
                     as next (tenant, turn_id, announced, quarantined, next_at)
                where u.tenant = next.tenant and u.turn_id = next.turn_id
                """)
                .bind("tenants", SqlArrays.of(checks, check -> check.turn().tenant(), String[]::new))
                .bind("turns", SqlArrays.of(checks, check -> check.turn().id().value(), UUID[]::new))
                .bind("announced", SqlArrays.of(checks, check -> check.reannounced() ? 1 : 0, Integer[]::new))
                .bind("quarantined", SqlArrays.of(checks, check -> check.turn().quarantined(), Boolean[]::new))
                .bind("next", SqlArrays.of(checks, NextCheck::at, Instant[]::new))
                .execute());
    }

    /// @param oldest     `recordedAt` of the oldest turn; null if there is none
    /// @param unresolved turns whose events were published again more than twice
    /// @param abandoned  turns whose events are not published again any more
    record UnanalysedStats(long turns, Instant oldest, long unresolved, long abandoned) {}

    UnanalysedStats stats() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*), min(recorded_at), count(*) filter (where announced > 2),
                               count(*) filter (where announced >= :max)
                        from unanalysed_turn
                        """)
                .bind("max", UnanalysedTurn.MAX_REANNOUNCEMENTS)
                .map((row, _) -> new UnanalysedStats(
                        row.getLong(1),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                        row.getLong(3),
                        row.getLong(4)))
                .one());
    }
}

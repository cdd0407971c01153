package dev.parlance.conversation.reconciliation;

import dev.parlance.contract.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The turns that should have been analysed and were not.
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
                select u.tenant, u.turn_id, u.recorded_at, u.announced,
                       exists (select from analyzed_turn a where a.tenant = u.tenant and a.turn_id = u.turn_id),
                       u.turn_id::text in (
                           select coalesce(substring(headers from 'ce_subject: ([^\\n]*)'), '')
                           from quarantine
                           where status = 'waiting'
                             and ce_type in ('parlance.turn-recorded.v1', 'parlance.turn-analyzed.v1'))
                from (select * from unanalysed_turn where recorded_at < :before and next_at <= :now
                      order by recorded_at limit :limit for update) u
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
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    with gone as (delete from unanalysed_turn where tenant = :tenant and turn_id = :turn returning recorded_at)
                    update reconciled_day day set analysed = day.analysed + 1
                    from gone where day.date = (gone.recorded_at at time zone 'UTC')::date
                    """);
            turns.forEach(turn -> rows.bind("tenant", turn.tenant())
                    .bind("turn", turn.id().value())
                    .add());
            rows.execute();
        });
    }

    /// When to look at a turn again.
    record Look(UnanalysedTurn turn, boolean announced, Instant next) {}

    void lookAgain(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    update unanalysed_turn
                    set announced = announced + :announced, quarantined = :quarantined, next_at = :next
                    where tenant = :tenant and turn_id = :turn
                    """);
            looks.forEach(look -> rows.bind("tenant", look.turn().tenant())
                    .bind("turn", look.turn().id().value())
                    .bind("announced", look.announced() ? 1 : 0)
                    .bind("quarantined", look.turn().quarantined())
                    .bind("next", look.next())
                    .add());
            rows.execute();
        });
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

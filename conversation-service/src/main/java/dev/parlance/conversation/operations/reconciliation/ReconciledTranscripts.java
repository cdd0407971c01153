package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.conversation.dialogue.turn.AnalysisCoverage.ComparedTurn;
import dev.parlance.kit.jdbc.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The watermark up to which transcripts have been compared with their analyses. It is a transcript revision; a
/// revision begins with the milliseconds at which the transcript was recorded.
@ApplicationScoped
class ReconciledTranscripts {
    private final Jdbi jdbi;

    ReconciledTranscripts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Transcripts of a lower revision have been compared. The row stays locked until the transaction ends, so that
    /// one caller at a time compares transcripts or counts turns.
    long watermark() {
        return jdbi.withHandle(handle -> handle.createQuery("select transcripts from reconciled_until for update")
                .mapTo(Long.class)
                .one());
    }

    void watermark(long until) {
        jdbi.useHandle(handle -> handle.createUpdate("update reconciled_until set transcripts = :until")
                .bind("until", until)
                .execute());
    }

    /// Stores turns whose transcript no analysis has read. Those that had been counted as analysed are subtracted from
    /// their day.
    void insertMissing(Collection<ComparedTurn> turns, Instant now) {
        if (turns.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                with missing as (
                    insert into unanalysed_turn (tenant, turn_id, recorded_at, next_at)
                    select tenant, turn_id, recorded_at, :now
                    from unnest(:tenants, :turns, :recordedAt) as unread (tenant, turn_id, recorded_at)
                    on conflict do nothing
                    returning recorded_at
                )
                update reconciled_day day set analysed = day.analysed - of_date.turns
                from (select (missing.recorded_at at time zone 'UTC')::date as date, count(*) as turns
                      from missing join reconciled_until on missing.recorded_at < reconciled_until.until
                      group by 1) as of_date
                where day.date = of_date.date
                """)
                .bind("tenants", SqlArrays.of(turns, turn -> turn.key().tenant(), String[]::new))
                .bind("turns", SqlArrays.of(turns, turn -> turn.key().id().value(), UUID[]::new))
                .bind("recordedAt", SqlArrays.of(turns, ComparedTurn::recordedAt, Instant[]::new))
                .bind("now", now)
                .execute());
    }
}

package dev.parlance.conversation.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Which transcripts have been compared with what the analysis has told, by their revisions: each begins with the
/// milliseconds at which it came.
@ApplicationScoped
class ReconciledTranscripts {
    private final Jdbi jdbi;

    ReconciledTranscripts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Transcripts of a lower revision have been compared; locked, so that nobody else goes on, nor counts turns.
    long until() {
        return jdbi.withHandle(handle -> handle.createQuery("select transcripts from reconciled_until for update")
                .mapTo(Long.class)
                .one());
    }

    void until(long until) {
        jdbi.useHandle(handle -> handle.createUpdate("update reconciled_until set transcripts = :until")
                .bind("until", until)
                .execute());
    }

    /// Where a window of about so many transcripts ends.
    long windowEnd(long from, long last, int transcripts) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select transcript_revision from turn
                where transcript_revision >= :from and transcript_revision < :last
                order by transcript_revision offset :transcripts limit 1
                """)
                .bind("from", from)
                .bind("last", last)
                .bind("transcripts", transcripts)
                .mapTo(Long.class)
                .findOne()
                .map(end -> Math.max(end, from + 1))
                .orElse(last));
    }

    /// Remembers the turns of a window whose transcript the analysis does not know: those that had been counted as
    /// analysed are not any more. Of an analysis that does not say which transcript it has read nothing is held
    /// against it.
    ///
    /// @param to exclusive
    void remember(long from, long to, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                with missing as (
                    insert into unanalysed_turn (tenant, turn_id, recorded_at, next_at)
                    select t.tenant, t.id, t.recorded_at, :now
                    from turn t left join lateral (
                        select true as known from analyzed_turn a
                        where a.tenant = t.tenant and a.turn_id = t.id
                          and coalesce(a.transcript, t.transcript_revision) >= t.transcript_revision
                        limit 1
                    ) a on true
                    where t.transcript_revision >= :from and t.transcript_revision < :to and a.known is null
                    on conflict do nothing
                    returning recorded_at
                )
                update reconciled_day day set analysed = day.analysed - of_date.turns
                from (select (missing.recorded_at at time zone 'UTC')::date as date, count(*) as turns
                      from missing join reconciled_until on missing.recorded_at < reconciled_until.until
                      group by 1) as of_date
                where day.date = of_date.date
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .execute());
    }
}

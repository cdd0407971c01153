package dev.parlance.analysis.turn.store;

import dev.parlance.analysis.analyzer.AnalyzerJob;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The jobs of all turns, read from the turns' rows.
@ApplicationScoped
public class AnalyzerJobs {
    private final Jdbi jdbi;

    AnalyzerJobs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Which jobs to list; null: any. Its text form is part of the cursors' checksum: no name in it may change.
    public record Filter(String status, String type, UUID turnId) {}

    /// @param createdAt   when the turn was first analysed
    /// @param completedAt when the turn was last analysed
    public record TurnJob(TurnId turn, AnalyzerJob job, Instant createdAt, Instant completedAt) {}

    /// Newest turn first, the jobs of a turn by type.
    public List<TurnJob> list(String tenant, Filter filter, PageRequest page) {
        if (filter.status() != null && !AnalyzerJob.isStoredStatus(filter.status())) {
            return List.of(); // known without reading all turns
        }
        // The partial index serves failed jobs; other states need all turns of the tenant.
        String failed = AnalyzerJob.FAILED.equals(filter.status()) ? "and turn.status <> 'completed'" : "";
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select turn.turn_id, turn.created_at, turn.completed_at, job::text
                        from analyzed_turn turn cross join lateral jsonb_array_elements(turn.jobs) as job
                        where turn.tenant = :tenant %s
                          and (cast(:turn as uuid) is null or turn.turn_id = :turn)
                          and (cast(:status as text) is null or job ->> 'status' = :status)
                          and (cast(:type as text) is null or job ->> 'type' = :type)
                          and (cast(:afterTime as timestamptz) is null
                               or turn.created_at < cast(:afterTime as timestamptz)
                               or turn.created_at = cast(:afterTime as timestamptz)
                                  and (turn.turn_id, job ->> 'type') > (cast(:afterTurn as uuid), :afterType))
                        order by turn.created_at desc, turn.turn_id, job ->> 'type'
                        limit :rows
                        """.formatted(failed))
                .bind("tenant", tenant)
                .bind("turn", filter.turnId())
                .bind("status", filter.status())
                .bind("type", filter.type())
                .bind("afterTime", page.instantAfter(0))
                .bind("afterTurn", page.uuidAfter(1))
                .bind("afterType", page.textAfter(2))
                .bind("rows", page.rows())
                .map((row, _) -> new TurnJob(
                        new TurnId(row.getObject(1, UUID.class)),
                        AnalysisJson.readJob(row.getString(4)),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .list());
    }
}

package dev.parlance.analysis.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.analysis.turn.Job;
import dev.parlance.analysis.turn.JobView;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The jobs of all turns, unfolded from the turns' rows.
@ApplicationScoped
class Jobs {
    private final Jdbi jdbi;
    private final ObjectMapper json;

    Jobs(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// What a list is narrowed down to; null where it is not.
    record Filter(String status, String type, UUID turnId) {}

    /// Newest turn first, a turn's jobs by type.
    List<JobView> list(String tenant, Filter filter, PageRequest page) {
        if (filter.status() != null && !Job.isStored(filter.status())) {
            return List.of(); // found without looking through all turns
        }
        // The partial index answers for failed ones; other states have no other place to look than all turns.
        String failed = Job.FAILED.equals(filter.status()) ? "and turn.status <> 'completed'" : "";
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
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterTurn", page.isFirst() ? null : page.after().get(1))
                .bind("afterType", page.isFirst() ? null : page.after().get(2))
                .bind("rows", page.rows())
                .map((row, _) -> JobView.of(
                        new TurnId(row.getObject(1, UUID.class)),
                        job(row.getString(4)),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .list());
    }

    private Job job(String text) {
        try {
            return json.readValue(text, Job.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }
}

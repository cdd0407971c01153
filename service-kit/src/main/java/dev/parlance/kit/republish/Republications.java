package dev.parlance.kit.republish;

import static dev.parlance.kit.job.Jobs.instant;

import dev.parlance.kit.job.JobConfig;
import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.job.Jobs;
import dev.parlance.kit.job.TooManyJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All republications.
@ApplicationScoped
public class Republications {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Jobs<Republication> jobs;

    Republications(Jdbi jdbi, Clock clock, JobConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.jobs = new Jobs<>(jdbi, clock, "republication", "republication", config, (row, _) -> mapRow(row));
    }

    /// Creates a republication; an instance of the service starts it within a second. One of the same selection that
    /// has not ended is returned as it is.
    ///
    /// @throws TooManyJobs if too many have not ended
    @Transactional
    public Republication create(Selection selection) {
        Map<String, Object> task = new HashMap<>();
        task.put("key", selection.key());
        task.put("from_at", selection.from());
        task.put("to_at", selection.to());
        return jobs.order(task);
    }

    /// What republications have in common with jobs of other kinds.
    Jobs<Republication> jobs() {
        return jobs;
    }

    void updateTotal(UUID id, long total) {
        jdbi.useHandle(handle -> handle.createUpdate("update republication set total = :total where id = :id")
                .bind("total", total)
                .bind("id", id)
                .execute());
    }

    /// Stores the progress, in the transaction that puts a page into the outbox.
    ///
    /// @return whether the page may be appended: not if the republication has ended, or if another instance was
    ///     faster
    boolean advance(Republication before, EventSource.EventPage page) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update republication
                                set place = :place, sent = sent + :facts,
                                    total = case when :last then sent + :facts else total end,
                                    status = case when :last then 'completed' else status end,
                                    completed_at = case when :last then cast(:now as timestamptz) end
                                where id = :id and status = 'running'
                                  and place is not distinct from cast(:before as text)
                                """)
                        .bind("place", page.position())
                        .bind("facts", page.facts())
                        .bind("last", page.last())
                        .bind("now", clock.instant())
                        .bind("id", before.id())
                        .bind("before", before.position())
                        .execute())
                == 1;
    }

    private static Republication mapRow(ResultSet row) throws SQLException {
        return new Republication(
                row.getObject("id", UUID.class),
                new Selection(row.getString("key"), instant(row, "from_at"), instant(row, "to_at")),
                JobStatus.of(row.getString("status")),
                row.getString("place"),
                row.getLong("sent"),
                row.getObject("total", Long.class),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                row.getString("error"));
    }
}

package dev.parlance.kit.republish;

import static dev.parlance.kit.job.Jobs.instant;

import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.job.Jobs;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All republications.
@ApplicationScoped
public class Republications {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Jobs<Republication> jobs;

    Republications(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.jobs = new Jobs<>(jdbi, clock, "republication", "republication", (row, _) -> mapRow(row));
    }

    /// Creates a republication; an instance of the service starts it within a second.
    public Republication create(Selection selection) {
        UUID id = NewId.random();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into republication (id, key, from_at, to_at, started_at)
                        values (:id, :key, :from, :to, :now)
                        """)
                .bind("id", id)
                .bind("key", selection.key())
                .bind("from", selection.from())
                .bind("to", selection.to())
                .bind("now", clock.instant())
                .execute());
        return jobs.get(id);
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

package dev.parlance.conversation.retention;

import dev.parlance.conversation.retention.Sweep.Found;
import dev.parlance.conversation.retention.Sweep.Phase;
import dev.parlance.conversation.retention.Sweep.Progress;
import dev.parlance.conversation.retention.Sweep.Status;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// All orders to clean up.
@ApplicationScoped
class Sweeps {
    private final Jdbi jdbi;
    private final Clock clock;

    Sweeps(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Sweep order(boolean dryRun) {
        UUID id = NewId.random();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into audio_sweep (id, dry_run, started_at) values (:id, :dryRun, :now)")
                .bind("id", id)
                .bind("dryRun", dryRun)
                .bind("now", clock.instant())
                .execute());
        return get(id);
    }

    /// Orders one that removes, unless one was ordered within this time or is still running, by whoever and on
    /// whatever instance.
    @Transactional
    void orderAfter(Duration pause) {
        jdbi.useHandle(handle -> {
            Instant now = clock.instant();
            if (!isDue(handle, now.minus(pause))) {
                return;
            }
            handle.execute("lock table audio_sweep in share row exclusive mode"); // another may find the same
            if (isDue(handle, now.minus(pause))) {
                order(false);
            }
        });
    }

    private static boolean isDue(Handle handle, Instant since) {
        return handle.createQuery("""
                        select not exists (select from audio_sweep
                                           where not dry_run and (started_at > :since or status = 'running'))
                        """).bind("since", since).mapTo(Boolean.class).one();
    }

    /// @throws NotFound if there is none
    Sweep get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from audio_sweep where id = :id")
                .bind("id", id)
                .map((row, _) -> sweep(row))
                .findOne()
                .orElseThrow(() -> new NotFound("No sweep has this id")));
    }

    /// Newest first.
    List<Sweep> list(PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from audio_sweep
                        where cast(:afterTime as timestamptz) is null
                              or (started_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid))
                        order by started_at desc, id desc
                        limit :rows
                        """)
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterId", page.isFirst() ? null : page.after().get(1))
                .bind("rows", page.rows())
                .map((row, _) -> sweep(row))
                .list());
    }

    Optional<Sweep> oldestRunning() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select * from audio_sweep where status = 'running' order by started_at, id limit 1
                        """).map((row, _) -> sweep(row)).findOne());
    }

    /// Remembers a step: whoever goes on, goes on behind it.
    void advance(Sweep sweep, Progress progress) {
        Found found = progress.found();
        boolean done = progress.phase() == null;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update audio_sweep
                        set looked_at = looked_at + :lookedAt, abandoned = abandoned + :abandoned,
                            expired = expired + :expired, orphan_objects = orphan_objects + :orphans,
                            missing_objects = missing_objects + :missing, bytes = bytes + :bytes,
                            phase = coalesce(:phase, phase), place = :place, status = :status,
                            completed_at = case when :done then cast(:now as timestamptz) end
                        where id = :id and status = 'running'
                        """)
                .bind("lookedAt", found.lookedAt())
                .bind("abandoned", found.abandoned())
                .bind("expired", found.expired())
                .bind("orphans", found.orphanObjects())
                .bind("missing", found.missingObjects())
                .bind("bytes", found.bytes())
                .bind("phase", done ? null : progress.phase().wire())
                .bind("place", progress.place())
                .bind("status", (done ? Status.COMPLETED : Status.RUNNING).wire())
                .bind("done", done)
                .bind("now", clock.instant())
                .bind("id", sweep.id())
                .execute());
    }

    /// Ends one that runs before its time; one that has ended stays as it is.
    void end(Sweep sweep, Status status, String error) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update audio_sweep set status = :status, completed_at = :now, error = :error
                        where id = :id and status = 'running'
                        """)
                .bind("status", status.wire())
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("id", sweep.id())
                .execute());
    }

    private static Sweep sweep(ResultSet row) throws SQLException {
        Timestamp completedAt = row.getTimestamp("completed_at");
        return new Sweep(
                row.getObject("id", UUID.class),
                row.getBoolean("dry_run"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getString("place"),
                new Found(
                        row.getLong("looked_at"),
                        row.getLong("abandoned"),
                        row.getLong("expired"),
                        row.getLong("orphan_objects"),
                        row.getLong("missing_objects"),
                        row.getLong("bytes")),
                row.getTimestamp("started_at").toInstant(),
                completedAt == null ? null : completedAt.toInstant(),
                row.getString("error"));
    }
}

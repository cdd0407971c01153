package dev.parlance.conversation.audio.retention;

import static dev.parlance.kit.job.Jobs.instant;

import dev.parlance.conversation.audio.retention.StepResult.Progress;
import dev.parlance.conversation.audio.retention.StepResult.Surveyed;
import dev.parlance.conversation.audio.retention.Sweep.SweepCounts;
import dev.parlance.conversation.audio.retention.Sweep.SweepLimits;
import dev.parlance.conversation.audio.retention.Sweep.SweepPhase;
import dev.parlance.conversation.audio.retention.Sweep.SweepSurvey;
import dev.parlance.kit.job.JobConfig;
import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// All sweeps.
@ApplicationScoped
class Sweeps {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Jobs<Sweep> jobs;

    Sweeps(Jdbi jdbi, Clock clock, JobConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.jobs = new Jobs<>(jdbi, clock, "audio_sweep", "sweep", config, (row, _) -> sweep(row));
    }

    /// What sweeps have in common with other jobs: get, list, cancel, finish.
    Jobs<Sweep> jobs() {
        return jobs;
    }

    /// Creates a sweep. One of the same kind that has not ended is returned as it is.
    ///
    /// @param dryRun only counts
    /// @param force  has no limits
    @Transactional
    Sweep create(boolean dryRun, boolean force) {
        return jobs.order(
                Map.of("dry_run", dryRun, "force", force),
                Map.of("phase", SweepPhase.first(dryRun, force).wireName()));
    }

    /// Creates a sweep that removes, unless one was created within this time or still runs, on any instance.
    @Transactional
    void createIfDue(Duration period) {
        jdbi.useHandle(handle -> {
            Instant now = clock.instant();
            if (!isDue(handle, now.minus(period))) {
                return;
            }
            jobs.lockOrders(handle); // another may find the same
            if (isDue(handle, now.minus(period))) {
                var _ = create(false, false);
            }
        });
    }

    private static boolean isDue(Handle handle, Instant since) {
        return handle.createQuery("""
                        select not exists (select from audio_sweep
                                           where not dry_run and (started_at > :since or status = 'running'))
                        """).bind("since", since).mapTo(Boolean.class).one();
    }

    /// Stores the progress of a step: the next one continues after it.
    void advance(Sweep sweep, Progress result) {
        SweepCounts counts = result.counts();
        boolean done = result.nextPhase() == null;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update audio_sweep
                        set looked_at = looked_at + :lookedAt, abandoned = abandoned + :abandoned,
                            expired = expired + :expired, orphan_objects = orphan_objects + :orphans,
                            missing_objects = missing_objects + :missing, bytes = bytes + :bytes,
                            phase = coalesce(:phase, phase), place = :place, status = :status,
                            completed_at = case when :done then cast(:now as timestamptz) end
                        where id = :id and status = 'running'
                        """)
                .bind("lookedAt", counts.lookedAt())
                .bind("abandoned", counts.abandoned())
                .bind("expired", counts.expired())
                .bind("orphans", counts.orphanObjects())
                .bind("missing", counts.missingObjects())
                .bind("bytes", counts.bytes())
                .bind("phase", done ? null : result.nextPhase().wireName())
                .bind("place", result.lastKey())
                .bind("status", (done ? JobStatus.COMPLETED : JobStatus.RUNNING).wireName())
                .bind("done", done)
                .bind("now", clock.instant())
                .bind("id", sweep.id())
                .execute());
    }

    /// Stores the progress of a survey, and with its last page the limits: the next phase follows.
    void advance(Sweep sweep, Surveyed result) {
        boolean done = result.limits() != null;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update audio_sweep
                        set surveyed_objects = surveyed_objects + :objects,
                            surveyed_orphans = surveyed_orphans + :orphans,
                            surveyed_missing = surveyed_missing + :missing,
                            max_expired = cast(:maxExpired as bigint),
                            max_orphan_objects = cast(:maxOrphans as bigint),
                            max_missing_objects = cast(:maxMissing as bigint),
                            phase = :phase, place = :place
                        where id = :id and status = 'running'
                        """)
                .bind("objects", result.more().objects())
                .bind("orphans", result.more().orphanObjects())
                .bind("missing", result.more().missingObjects())
                .bind("maxExpired", done ? result.limits().maxExpired() : null)
                .bind("maxOrphans", done ? result.limits().maxOrphanObjects() : null)
                .bind("maxMissing", done ? result.limits().maxMissingObjects() : null)
                .bind("phase", (done ? SweepPhase.EXPIRY : SweepPhase.SURVEY).wireName())
                .bind("place", result.lastKey())
                .bind("id", sweep.id())
                .execute());
    }

    private static SweepLimits limits(ResultSet row) throws SQLException {
        long maxExpired = row.getLong("max_expired");
        return row.wasNull()
                ? SweepLimits.NONE
                : new SweepLimits(maxExpired, row.getLong("max_orphan_objects"), row.getLong("max_missing_objects"));
    }

    private static Sweep sweep(ResultSet row) throws SQLException {
        return new Sweep(
                row.getObject("id", UUID.class),
                row.getBoolean("dry_run"),
                row.getBoolean("force"),
                JobStatus.of(row.getString("status")),
                SweepPhase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getString("place"),
                new SweepSurvey(
                        row.getLong("surveyed_objects"),
                        row.getLong("surveyed_orphans"),
                        row.getLong("surveyed_missing")),
                limits(row),
                new SweepCounts(
                        row.getLong("looked_at"),
                        row.getLong("abandoned"),
                        row.getLong("expired"),
                        row.getLong("orphan_objects"),
                        row.getLong("missing_objects"),
                        row.getLong("bytes")),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                row.getString("error"));
    }
}

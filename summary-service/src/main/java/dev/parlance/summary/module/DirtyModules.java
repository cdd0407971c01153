package dev.parlance.summary.module;

import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.status.BacklogSource;
import dev.parlance.kit.status.Stage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// All marks on module days that must be summed again (table `module_mark`). A mark commits together with the change
/// that made the sum wrong. [ModuleLearnerDays] inserts marks, too, in the statements that change learners' days: one
/// round trip for both.
@ApplicationScoped
public class DirtyModules implements BacklogSource {
    private static final Logger LOG = Logger.getLogger(DirtyModules.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Snapshot latest = new Snapshot(0, 0, null);
    private volatile Instant lastProgressAt;

    /// @param oldestId the oldest mark's id, 0 if there is none
    /// @param rowCount at most so many: computed from the lowest and the highest id, since marks are taken in order
    /// @param takenAt  null before the first measurement
    private record Snapshot(long oldestId, long rowCount, Instant takenAt) {}

    DirtyModules(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Deletes the oldest marks.
    ///
    /// @return the module day of each mark, often the same
    List<ModuleKey> take(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from module_mark where id in (select id from module_mark order by id limit :limit)
                        returning tenant, module, date
                        """)
                .bind("limit", limit)
                .map((row, _) -> ModuleKey.of(row))
                .list());
    }

    /// Marks every module day of a date.
    public void markAll(String tenant, LocalDate date) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into module_mark (tenant, module, date)
                        select tenant, module, date from module_day where tenant = :tenant and date = :date
                        """)
                .bind("tenant", tenant)
                .bind("date", date)
                .execute());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            Snapshot next = snapshot(clock.instant());
            if (next.rowCount() == 0 || next.oldestId() != latest.oldestId()) {
                lastProgressAt = next.takenAt();
            }
            latest = next;
        } catch (RuntimeException e) {
            LOG.debugf("event=dirty-modules-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    private Snapshot snapshot(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(min(id), 0), coalesce(max(id) - min(id) + 1, 0) from module_mark
                        """)
                .map((row, _) -> new Snapshot(row.getLong(1), row.getLong(2), now))
                .one());
    }

    @Override
    public List<Stage> stages() {
        Snapshot last = latest;
        return List.of(
                new Stage("module-marks", last.rowCount(), null, null, null, lastProgressAt, last.takenAt() != null));
    }
}

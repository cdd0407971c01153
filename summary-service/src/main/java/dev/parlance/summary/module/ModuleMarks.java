package dev.parlance.summary.module;

import dev.parlance.kit.pipeline.PipelinePart;
import dev.parlance.kit.pipeline.Stage;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Module days that wait to be summed, for the person who looks after this service.
@ApplicationScoped
class ModuleMarks implements PipelinePart {
    private static final Logger LOG = Logger.getLogger(ModuleMarks.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Seen seen = new Seen(0, 0, null);
    private volatile Instant lastProgressAt;

    /// @param first the oldest mark's id
    /// @param rows  at most so many: marks are taken from the low end, so the ends of the index tell
    /// @param at    null before the first look
    private record Seen(long first, long rows, Instant at) {}

    ModuleMarks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            Instant now = clock.instant();
            Seen next = jdbi.withHandle(handle -> handle.createQuery("""
                            select coalesce(min(id), 0), coalesce(max(id) - min(id) + 1, 0) from module_mark
                            """)
                    .map((row, _) -> new Seen(row.getLong(1), row.getLong(2), now))
                    .one());
            if (next.rows() == 0 || next.first() != seen.first()) {
                lastProgressAt = now;
            }
            seen = next;
        } catch (RuntimeException e) {
            LOG.debugf("event=marks-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    @Override
    public List<Stage> stages() {
        Seen last = seen;
        return List.of(new Stage("module-marks", last.rows(), null, null, null, lastProgressAt, last.at() != null));
    }
}

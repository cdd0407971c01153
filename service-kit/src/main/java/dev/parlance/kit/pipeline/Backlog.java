package dev.parlance.kit.pipeline;

import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// What waits in the outbox, measured a few times a second on a thread of its own, at the same small cost whether
/// ten rows wait or a million, and whether or not somebody's open snapshot keeps rows that were sent.
@ApplicationScoped
public class Backlog {
    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final Duration CURRENT = Duration.ofSeconds(10);

    private final Jdbi jdbi;
    private final Admission admission;
    private final AdmissionConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-backlog").daemon().factory());
    private final SearchStart start = new SearchStart();
    private volatile Waiting latest = Waiting.NOTHING;
    private volatile Instant measuredAt = Instant.EPOCH;
    private volatile Instant lastProgressAt;

    Backlog(Jdbi jdbi, Admission admission, AdmissionConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.admission = admission;
        this.config = config;
        this.clock = clock;
    }

    /// @param first  the oldest row's id, 0 where none waits
    /// @param rows   at most so many: ids that were given out and rolled back count too
    /// @param oldest age of the oldest row by the database's clock
    public record Waiting(long first, long rows, Duration oldest) {
        static final Waiting NOTHING = new Waiting(0, 0, Duration.ZERO);
    }

    /// Whether the database has answered lately.
    public boolean isCurrent() {
        return measuredAt.plus(CURRENT).isAfter(clock.instant());
    }

    /// When the outbox was last seen empty, or its oldest row gone.
    public Optional<Instant> lastProgressAt() {
        return Optional.ofNullable(lastProgressAt);
    }

    /// The latest measurement; while the database is away, the last one before.
    public Waiting latest() {
        return latest;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.every().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::measure, 0, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        timer.shutdown();
    }

    /// The relay deletes from the low end, so the ends of the index tell how much lies between them.
    void measure() {
        try {
            long from = start.from(clock.instant());
            Waiting waiting = jdbi.withHandle(handle -> handle.createQuery("""
                    select id, (select max(id) from outbox) - id + 1,
                           greatest(extract(epoch from clock_timestamp() - created_at) * 1000, 0)::bigint
                    from outbox where id >= :from order by id limit 1
                    """)
                    .bind("from", from)
                    .map((row, _) -> new Waiting(row.getLong(1), row.getLong(2), Duration.ofMillis(row.getLong(3))))
                    .findOne()
                    .orElse(Waiting.NOTHING));
            measuredAt = clock.instant();
            start.found(waiting.first(), measuredAt);
            if (waiting.rows() == 0 || waiting.first() != latest.first()) {
                lastProgressAt = measuredAt;
            }
            latest = waiting;
            admission.decide(waiting);
        } catch (RuntimeException | Error e) { // thrown from here, it would end the measurements
            LOG.debugf("event=backlog-unknown cause=%s", TransientFailure.brief(e));
        }
    }
}

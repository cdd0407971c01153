package dev.parlance.kit.admission;

import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.outbox.BacklogSize;
import dev.parlance.kit.outbox.Outbox;
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

/// Size and age of the outbox, measured a few times a second on a thread of its own. A measurement costs the same
/// for ten rows as for a million, and does not read rows that were sent and cannot be vacuumed yet.
@ApplicationScoped
public class OutboxBacklog {
    private static final Logger LOG = Logger.getLogger(OutboxBacklog.class);
    private static final Duration MAX_MEASUREMENT_AGE = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Admission admission;
    private final AdmissionConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-backlog").daemon().factory());
    private final OutboxScanStart scanStart = new OutboxScanStart();
    private volatile BacklogSize latest = BacklogSize.EMPTY;
    private volatile Instant measuredAt = Instant.EPOCH;
    private volatile Instant lastProgressAt;

    OutboxBacklog(Outbox outbox, Admission admission, AdmissionConfig config, Clock clock) {
        this.outbox = outbox;
        this.admission = admission;
        this.config = config;
        this.clock = clock;
    }

    /// Whether the database has answered within the last ten seconds.
    public boolean isCurrent() {
        return measuredAt.plus(MAX_MEASUREMENT_AGE).isAfter(clock.instant());
    }

    /// When the outbox was last found empty, or its oldest row gone.
    public Optional<Instant> lastProgressAt() {
        return Optional.ofNullable(lastProgressAt);
    }

    /// The latest measurement; while the database is unavailable, the last one before.
    public BacklogSize latest() {
        return latest;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.checkInterval().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::measure, 0, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        timer.shutdown();
    }

    void measure() {
        try {
            BacklogSize backlog = outbox.measureFrom(scanStart.nextScanFrom(clock.instant()));
            measuredAt = clock.instant();
            scanStart.scanned(backlog.oldestId(), measuredAt);
            if (backlog.rows() == 0 || backlog.oldestId() != latest.oldestId()) {
                lastProgressAt = measuredAt;
            }
            latest = backlog;
            admission.update(backlog);
        } catch (RuntimeException | Error e) { // an exception would end the schedule
            LOG.debugf("event=outbox-backlog-check-failed cause=%s", TransientFailure.brief(e));
        }
    }
}

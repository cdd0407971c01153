package dev.parlance.kit.republish;

import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.lease.LeasedWorker;
import dev.parlance.kit.lease.LeasedWorker.WorkerSettings;
import dev.parlance.kit.lease.Leases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Runs the republications one after the other and page by page, on one instance at a time. Current events come first:
/// the rate is bounded, and pages are appended only while few rows wait in the outbox. If the instance stops, the next
/// holder of the lease continues behind the last page.
@ApplicationScoped
public class Republisher {
    private static final Logger LOG = Logger.getLogger(Republisher.class);
    private static final Duration LEASE_DURATION = Duration.ofSeconds(10);
    private static final Duration IDLE_INTERVAL = Duration.ofMillis(500);
    private static final Duration OUTBOX_FULL_INTERVAL = Duration.ofMillis(20);
    private static final int MAX_PAGE_RECORDS = 250;

    private final Republications republications;
    private final RepublishPage page;
    private final RepublishConfig config;
    private final RateLimiter rateLimiter;
    private final LeasedWorker worker;

    Republisher(Republications republications, RepublishPage page, Leases leases, RepublishConfig config) {
        this.republications = republications;
        this.page = page;
        this.config = config;
        this.rateLimiter = new RateLimiter(config.maxRecordsPerSecond(), System::nanoTime);
        var settings = new WorkerSettings("republisher", "republish", LEASE_DURATION, IDLE_INTERVAL);
        this.worker = new LeasedWorker(leases, settings, this::step);
    }

    void start(@Observes StartupEvent event) {
        if (page.hasSource()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /// @return pause before the next step
    private Duration step() {
        Optional<Republication> running = republications.jobs().nextRunning();
        return running.isPresent() && worker.acquireLease() ? republishPage(running.get()) : IDLE_INTERVAL;
    }

    private Duration republishPage(Republication republication) {
        int limit = Math.clamp(
                config.maxRecordsPerSecond(),
                EventSource.MIN_PAGE_RECORDS,
                Math.min(MAX_PAGE_RECORDS, config.maxOutboxRows()));
        if (!page.fitsIntoOutbox(limit, config.maxOutboxRows())) {
            return OUTBOX_FULL_INTERVAL;
        }
        try {
            if (republication.position() == null) {
                LOG.infof("event=republish-started id=%s", republication.id());
                count(republication);
            }
            return rateLimiter.delayAfter(page.republish(republication, limit));
        } catch (RuntimeException e) {
            if (TransientFailure.isTransient(e)) {
                republications.jobs().recordFailure(republication.id(), e);
                throw e;
            }
            LOG.errorf(e, "event=republish-failed id=%s place=%s", republication.id(), republication.position());
            republications
                    .jobs()
                    .finish(
                            republication.id(),
                            JobStatus.FAILED,
                            "A fact could not be told again; the service's log has the cause");
            return Duration.ZERO;
        }
    }

    private void count(Republication republication) {
        try {
            page.count(republication);
        } catch (RuntimeException e) {
            LOG.warnf("event=republish-count-failed id=%s cause=%s", republication.id(), TransientFailure.brief(e));
        }
    }
}

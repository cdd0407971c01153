package dev.parlance.conversation.audio.bucket;

import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.lease.Leases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Checks the bucket once S3 answers, and every few seconds while it is not this installation's own; writes the marks,
/// on one instance at a time. The service starts without the bucket, so turns are accepted while S3 is unavailable.
@ApplicationScoped
class WatchBucket {
    private static final Logger LOG = Logger.getLogger(WatchBucket.class);
    private static final String LEASE_NAME = "bucket-mark";
    private static final Duration LEASE_DURATION = Duration.ofMinutes(2);

    private final CheckBucket checkBucket;
    private final ObjectStore store;
    private final Leases leases;
    private final MeterRegistry metrics;

    WatchBucket(CheckBucket checkBucket, ObjectStore store, Leases leases, MeterRegistry metrics) {
        this.checkBucket = checkBucket;
        this.store = store;
        this.leases = leases;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.audio.bucket.refused", () -> isRefused() ? 1 : 0)
                .description("1 while nothing is removed, because the bucket is not this installation's own")
                .register(metrics);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void checkUnlessOwn() {
        if (!checkBucket.last().allowsRemoval()) {
            runUnlessUnavailable(() -> {
                var _ = checkBucket.check();
            });
        }
    }

    @Scheduled(
            every = "{parlance.storage.mark-interval}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void mark() {
        runUnlessUnavailable(() -> {
            if (leases.acquire(LEASE_NAME, LEASE_DURATION)) {
                checkBucket.mark();
            } else {
                var _ = checkBucket.check();
            }
        });
    }

    private boolean isRefused() {
        BucketState state = checkBucket.last();
        return state != BucketState.UNKNOWN && !state.allowsRemoval();
    }

    private void runUnlessUnavailable(Runnable work) {
        if (!store.isConfigured()) {
            return;
        }
        try {
            work.run();
        } catch (ObjectStoreUnavailable unavailable) {
            LOG.infof("event=bucket-check-postponed cause=%s", unavailable.reason());
        } catch (RuntimeException e) {
            if (!TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.infof("event=bucket-check-postponed cause=%s", TransientFailure.brief(e));
        }
    }
}

package dev.parlance.conversation.speech.cache;

import dev.parlance.conversation.audio.bucket.BucketState;
import dev.parlance.conversation.audio.bucket.CheckBucket;
import dev.parlance.conversation.audio.retention.ForcedSweepCompleted;
import dev.parlance.conversation.audio.retention.RemovalLimit;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.conversation.audio.storage.StoredObject;
import dev.parlance.conversation.speech.cache.CompareSpeechObjects.Comparison;
import dev.parlance.kit.lease.Leases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Removes what has lost its other half: objects without a row, and rows without an object, which the next request
/// makes again. Nothing is removed from a bucket that is not this installation's own, and too large a share only after
/// a forced sweep. Converted objects are deleted by sweeps, by their age; here only their rows are compared. Runs on
/// one instance at a time.
@ApplicationScoped
class ReconcileSpeechObjects {
    private static final Logger LOG = Logger.getLogger(ReconcileSpeechObjects.class);
    private static final String LEASE_NAME = "speech-heal";
    private static final Duration LEASE_DURATION = Duration.ofMinutes(2);
    private static final Duration LOCK_MIN_AGE = Duration.ofDays(1);

    private final CompareSpeechObjects compareObjects;
    private final Speeches speeches;
    private final CheckBucket checkBucket;
    private final ObjectStore store;
    private final Leases leases;
    private final MeterRegistry metrics;

    ReconcileSpeechObjects(
            CompareSpeechObjects compareObjects,
            Speeches speeches,
            CheckBucket checkBucket,
            ObjectStore store,
            Leases leases,
            MeterRegistry metrics) {
        this.compareObjects = compareObjects;
        this.speeches = speeches;
        this.checkBucket = checkBucket;
        this.store = store;
        this.leases = leases;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "{parlance.speech.reconcile-interval}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reconcile() {
        reconcile(false);
    }

    void reconcileForced(@Observes ForcedSweepCompleted sweep) {
        reconcile(true);
    }

    private void reconcile(boolean force) {
        if (!store.isConfigured() || !holdsLease()) {
            return;
        }
        var _ = speeches.deleteExpired(LOCK_MIN_AGE);
        try {
            BucketState bucket = checkBucket.check();
            if (!bucket.allowsRemoval()) {
                refuse("bucket", bucket.advice());
            } else if (force || isWithinLimits()) {
                removeDifferences();
            }
        } catch (ObjectStoreUnavailable unavailable) {
            LOG.infof("event=speech-reconciliation-postponed cause=%s", unavailable.reason());
        }
    }

    /// Counts everything before anything is removed.
    private boolean isWithinLimits() {
        long objects = 0;
        long orphans = 0;
        long missing = 0;
        Optional<Comparison> page = Optional.of(compareObjects.first());
        while (page.isPresent()) {
            objects += page.get().objects().size();
            orphans += page.get().orphans().size();
            missing += page.get().missing().size();
            if (!holdsLease()) {
                return false;
            }
            page = compareObjects.next(page.get());
        }
        if (orphans > RemovalLimit.of(objects)) {
            refuse("share", RemovalLimit.message(orphans, objects, "objects of speech have no row"));
            return false;
        }
        long made = speeches.countMade();
        if (missing > RemovalLimit.of(made)) {
            refuse("share", RemovalLimit.message(missing, made, "rows of speech have no object"));
            return false;
        }
        return true;
    }

    private void removeDifferences() {
        Optional<Comparison> page = Optional.of(compareObjects.first());
        while (page.isPresent() && holdsLease()) {
            for (StoredObject orphan : page.get().orphans()) {
                store.delete(orphan.key());
                count("orphan-object");
            }
            for (Speech speech : page.get().missing()) {
                if (store.head(speech.key()).isEmpty()) {
                    speeches.deleteRow(speech);
                    count("missing-object");
                }
            }
            page = compareObjects.next(page.get());
        }
    }

    private boolean holdsLease() {
        return leases.acquire(LEASE_NAME, LEASE_DURATION);
    }

    private void refuse(String cause, String advice) {
        LOG.warnf("event=speech-reconciliation-refused cause=%s advice=\"%s\"", cause, advice);
        metrics.counter("parlance.speech.reconciliations.refused", "cause", cause)
                .increment();
    }

    private void count(String what) {
        metrics.counter("parlance.speech.reconciled", "what", what).increment();
    }
}

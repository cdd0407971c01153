package dev.parlance.conversation.speech.cache;

import static java.util.stream.Collectors.toSet;

import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.conversation.audio.storage.StoredObject;
import dev.parlance.kit.lease.Leases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Compares rows and objects of speech: deletes objects without a row, and rows without an object, which the next
/// request makes again. Both minimum ages are far above the time that a worker needs. Converted objects are deleted
/// by sweeps, by their age; here only their rows are checked. Runs on one instance at a time.
@ApplicationScoped
class ReconcileSpeechObjects {
    private static final Logger LOG = Logger.getLogger(ReconcileSpeechObjects.class);
    private static final String LEASE_NAME = "speech-heal";
    private static final Duration LEASE_DURATION = Duration.ofMinutes(2);
    private static final Duration ORPHAN_MIN_AGE = Duration.ofDays(1);
    private static final Duration ROW_MIN_AGE = Duration.ofHours(1);
    private static final String SPOKEN_PREFIX = "tts/";
    private static final String CONVERTED_PREFIX = "processed/";
    private static final String AFTER_LAST_HEX_DIGIT = "g"; // behind every hexadecimal digit
    private static final int BATCH_SIZE = 500;
    private static final Pattern SPOKEN_KEY = Pattern.compile("tts/([0-9a-f]{64})\\.[a-z0-9]+");

    private final Speeches speeches;
    private final ObjectStore store;
    private final Leases leases;
    private final MeterRegistry metrics;
    private final Clock clock;

    ReconcileSpeechObjects(Speeches speeches, ObjectStore store, Leases leases, MeterRegistry metrics, Clock clock) {
        this.speeches = speeches;
        this.store = store;
        this.leases = leases;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(
            every = "{parlance.speech.reconcile-interval}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reconcile() {
        if (!store.isConfigured() || !leases.acquire(LEASE_NAME, LEASE_DURATION)) {
            return;
        }
        var _ = speeches.deleteExpired(ORPHAN_MIN_AGE);
        try {
            reconcilePrefix(SPOKEN_PREFIX);
            reconcilePrefix(CONVERTED_PREFIX);
        } catch (ObjectStoreUnavailable unavailable) {
            LOG.infof("event=speech-reconciliation-postponed cause=%s", unavailable.reason());
        }
    }

    private void reconcilePrefix(String prefix) {
        String after = "";
        while (after != null && leases.acquire(LEASE_NAME, LEASE_DURATION)) {
            after = reconcileBatch(prefix, after);
        }
    }

    /// @return the last key that was compared; null after the last page
    private String reconcileBatch(String prefix, String after) {
        List<StoredObject> objects = store.list(prefix, after, BATCH_SIZE);
        boolean last = objects.size() < BATCH_SIZE;
        String until = last ? prefix + AFTER_LAST_HEX_DIGIT : objects.getLast().key();
        if (prefix.equals(SPOKEN_PREFIX)) {
            Instant before = clock.instant().minus(ORPHAN_MIN_AGE);
            deleteOrphans(objects.stream()
                    .filter(object -> object.storedAt().isBefore(before))
                    .toList());
        }
        String from = after.isEmpty() ? prefix : after;
        deleteRowsWithoutObject(
                speeches.findMadeBetween(from, until, clock.instant().minus(ROW_MIN_AGE)), objects);
        return last ? null : until;
    }

    private void deleteOrphans(List<StoredObject> objects) {
        Set<String> hashes = objects.stream().map(object -> hash(object.key())).collect(toSet());
        Set<String> known = speeches.findKnownHashes(hashes);
        for (StoredObject object : objects) {
            if (!known.contains(hash(object.key()))) {
                store.delete(object.key());
                count("orphan-object");
            }
        }
    }

    private void deleteRowsWithoutObject(List<Speech> made, List<StoredObject> objects) {
        Set<String> existing = objects.stream().map(StoredObject::key).collect(toSet());
        for (Speech speech : made) {
            if (!existing.contains(speech.key()) && store.head(speech.key()).isEmpty()) {
                speeches.deleteRow(speech);
                count("missing-object");
            }
        }
    }

    /// For keys of another form a hash that no row has.
    private static String hash(String key) {
        Matcher matcher = SPOKEN_KEY.matcher(key);
        return matcher.matches() ? matcher.group(1) : "00";
    }

    private void count(String what) {
        metrics.counter("parlance.speech.reconciled", "what", what).increment();
    }
}

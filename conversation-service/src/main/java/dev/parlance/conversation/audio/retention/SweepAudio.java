package dev.parlance.conversation.audio.retention;

import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.RetainedAudios;
import dev.parlance.conversation.audio.recording.RetainedAudios.DueCount;
import dev.parlance.conversation.audio.recording.RetainedAudios.RetainedAudio;
import dev.parlance.conversation.audio.retention.Sweep.StepResult;
import dev.parlance.conversation.audio.retention.Sweep.SweepCounts;
import dev.parlance.conversation.audio.retention.Sweep.SweepPhase;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One step of a sweep. Objects are removed before their rows are updated, so a step that is interrupted can be
/// repeated: deleting an object that does not exist succeeds.
@ApplicationScoped
class SweepAudio {
    private final RetainedAudios audios;
    private final ObjectStore store;
    private final AudioConfig config;
    private final Clock clock;

    SweepAudio(RetainedAudios audios, ObjectStore store, AudioConfig config, Clock clock) {
        this.audios = audios;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    StepResult step(Sweep sweep) {
        return switch (sweep.phase()) {
            case EXPIRY -> sweep.dryRun() ? countDue(sweep) : expireDue(sweep);
            case RAW ->
                compareObjectsWithRows(
                        sweep, SweepPhase.PROCESSED, config.sweep().gracePeriod());
            // Derived audio may have no row: its age decides.
            case PROCESSED ->
                compareObjectsWithRows(sweep, null, config.retention().processed());
        };
    }

    private StepResult countDue(Sweep sweep) {
        var counts = SweepCounts.ZERO;
        for (DueCount due : audios.countDue(sweep.startedAt())) {
            counts = counts.plus(
                    due.available()
                            ? new SweepCounts(due.rows(), 0, due.rows(), 0, 0, due.bytes())
                            : new SweepCounts(due.rows(), due.rows(), 0, 0, 0, 0));
        }
        return new StepResult(counts, SweepPhase.RAW, "");
    }

    private StepResult expireDue(Sweep sweep) {
        List<RetainedAudio> due =
                audios.findDue(sweep.startedAt(), config.sweep().batchSize());
        var counts = SweepCounts.ZERO;
        List<String> abandoned = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        for (RetainedAudio row : due) {
            store.delete(row.key());
            (row.isAvailable() ? expired : abandoned).add(row.key());
            counts = counts.plus(
                    row.isAvailable()
                            ? new SweepCounts(1, 0, 1, 0, 0, row.sizeBytes())
                            : new SweepCounts(1, 1, 0, 0, 0, 0));
        }
        audios.expire(expired, Set.of("available"), "retention");
        // An upload that was reported meanwhile stays: its check finds the object missing.
        audios.expire(abandoned, Set.of("pending"), "never-told");
        return new StepResult(counts, due.isEmpty() ? SweepPhase.RAW : SweepPhase.EXPIRY, "");
    }

    /// Compares objects and rows in the order of their keys.
    private StepResult compareObjectsWithRows(Sweep sweep, SweepPhase next, Duration orphanAge) {
        String prefix = sweep.phase().prefix();
        String after = sweep.lastKey().isEmpty() ? prefix : sweep.lastKey();
        List<StoredObject> objects =
                store.list(prefix, sweep.lastKey(), config.sweep().batchSize());
        boolean last = objects.size() < config.sweep().batchSize();
        String until = last ? sweep.phase().endKey() : objects.getLast().key();
        Map<String, RetainedAudio> rows = audios.findBetween(after, until);
        Instant now = clock.instant();
        SweepCounts counts = deleteOrphans(sweep, objects, rows, now.minus(orphanAge))
                .plus(expireMissing(
                        sweep, objects, rows, now.minus(config.sweep().gracePeriod())))
                .plus(new SweepCounts(objects.size(), 0, 0, 0, 0, 0));
        return new StepResult(counts, last ? next : sweep.phase(), last ? "" : until);
    }

    private SweepCounts deleteOrphans(
            Sweep sweep, List<StoredObject> objects, Map<String, RetainedAudio> rows, Instant before) {
        var counts = SweepCounts.ZERO;
        for (StoredObject object : objects) {
            RetainedAudio row = rows.get(object.key());
            boolean orphan = (row == null || !row.isLive()) && object.storedAt().isBefore(before);
            if (orphan) {
                if (!sweep.dryRun()) {
                    store.delete(object.key());
                }
                counts = counts.plus(new SweepCounts(0, 0, 0, 1, 0, object.size()));
            }
        }
        return counts;
    }

    private SweepCounts expireMissing(
            Sweep sweep, List<StoredObject> objects, Map<String, RetainedAudio> rows, Instant before) {
        Set<String> existing = new HashSet<>();
        objects.forEach(object -> existing.add(object.key()));
        List<String> missing = rows.values().stream()
                .filter(RetainedAudio::isAvailable)
                .filter(row -> row.changedAt().isBefore(before))
                .map(RetainedAudio::key)
                .filter(key -> !existing.contains(key))
                .filter(key -> store.head(key).isEmpty())
                .toList();
        if (!sweep.dryRun()) {
            audios.expire(missing, Set.of("available"), "object-missing");
        }
        return new SweepCounts(0, 0, 0, 0, missing.size(), 0);
    }
}

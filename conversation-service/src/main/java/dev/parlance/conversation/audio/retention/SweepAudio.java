package dev.parlance.conversation.audio.retention;

import dev.parlance.conversation.audio.bucket.BucketState;
import dev.parlance.conversation.audio.bucket.CheckBucket;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.RetainedAudios;
import dev.parlance.conversation.audio.recording.RetainedAudios.DueCount;
import dev.parlance.conversation.audio.recording.RetainedAudios.RetainedAudio;
import dev.parlance.conversation.audio.retention.CompareObjects.Comparison;
import dev.parlance.conversation.audio.retention.CompareObjects.KeyRange;
import dev.parlance.conversation.audio.retention.StepResult.Progress;
import dev.parlance.conversation.audio.retention.StepResult.RefusalCause;
import dev.parlance.conversation.audio.retention.StepResult.Refused;
import dev.parlance.conversation.audio.retention.StepResult.Surveyed;
import dev.parlance.conversation.audio.retention.Sweep.SweepCounts;
import dev.parlance.conversation.audio.retention.Sweep.SweepLimits;
import dev.parlance.conversation.audio.retention.Sweep.SweepPhase;
import dev.parlance.conversation.audio.retention.Sweep.SweepSurvey;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.StoredObject;
import dev.parlance.kit.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One step of a sweep. Objects are removed before their rows are updated, so a step that is interrupted can be
/// repeated: deleting an object that does not exist succeeds.
///
/// Each step that removes something first checks whose bucket it is. All ages are by the database's clock, less a
/// margin.
@ApplicationScoped
class SweepAudio {
    private static final String ORPHANS = "objects have no row";
    private static final String MISSING = "rows have no object";

    private final RetainedAudios audios;
    private final CompareObjects compareObjects;
    private final CheckBucket checkBucket;
    private final ObjectStore store;
    private final AudioConfig config;
    private final DatabaseClock clock;

    SweepAudio(
            RetainedAudios audios,
            CompareObjects compareObjects,
            CheckBucket checkBucket,
            ObjectStore store,
            AudioConfig config,
            DatabaseClock clock) {
        this.audios = audios;
        this.compareObjects = compareObjects;
        this.checkBucket = checkBucket;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    StepResult step(Sweep sweep) {
        if (!sweep.dryRun()) {
            BucketState bucket = checkBucket.check();
            if (!bucket.allowsRemoval()) {
                return new Refused(RefusalCause.BUCKET, "Nothing is removed. " + bucket.advice());
            }
        }
        Instant now = clock.instant().minus(config.sweep().clockMargin());
        return switch (sweep.phase()) {
            case SURVEY -> survey(sweep, now);
            case EXPIRY -> sweep.dryRun() ? countDue(now) : expireDue(sweep, now);
            case RAW ->
                removeDifferences(sweep, now, config.sweep().gracePeriod(), SweepPhase.PROCESSED, sweep.limits());
            // Derived audio has no row here and can be made again: its age decides, without a limit.
            case PROCESSED -> removeDifferences(sweep, now, config.retention().processed(), null, SweepLimits.NONE);
        };
    }

    private StepResult survey(Sweep sweep, Instant now) {
        Comparison page = compareObjects.compare(
                new KeyRange(SweepPhase.RAW.wireName(), sweep.lastKey()),
                now,
                config.sweep().gracePeriod());
        var more = new SweepSurvey(
                page.objects(), page.orphans().size(), page.missing().size());
        if (!page.lastKey().isEmpty()) {
            return new Surveyed(more, page.lastKey(), null);
        }
        SweepSurvey all = sweep.survey().plus(more);
        long available = audios.countAvailable();
        SweepLimits limits = SweepLimits.of(all.objects(), available);
        if (all.orphanObjects() > limits.maxOrphanObjects()) {
            return new Refused(RefusalCause.SHARE, RemovalLimit.message(all.orphanObjects(), all.objects(), ORPHANS));
        }
        if (all.missingObjects() > limits.maxMissingObjects()) {
            return new Refused(RefusalCause.SHARE, RemovalLimit.message(all.missingObjects(), available, MISSING));
        }
        return new Surveyed(more, "", limits);
    }

    private StepResult countDue(Instant now) {
        var counts = SweepCounts.ZERO;
        for (DueCount due : audios.countDue(now)) {
            counts = counts.plus(
                    due.available()
                            ? new SweepCounts(due.rows(), 0, due.rows(), 0, 0, due.bytes())
                            : new SweepCounts(due.rows(), due.rows(), 0, 0, 0, 0));
        }
        return new Progress(counts, SweepPhase.RAW, "");
    }

    /// What is due beyond the limit is left to the next sweeps, the oldest first. Uploads that were never reported have
    /// no limit: nobody was promised anything about them.
    private StepResult expireDue(Sweep sweep, Instant now) {
        Set<String> states = sweep.hasExpiredAllItMay()
                ? Set.of(RetainedAudios.PENDING)
                : Set.of(RetainedAudios.PENDING, RetainedAudios.AVAILABLE);
        List<RetainedAudio> due = audios.findDue(states, now, config.sweep().batchSize());
        long mayExpire = sweep.limits().maxExpired() - sweep.counts().expired();
        var counts = SweepCounts.ZERO;
        List<String> abandoned = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        for (RetainedAudio row : due) {
            if (!row.isAvailable()) {
                store.delete(row.key());
                abandoned.add(row.key());
                counts = counts.plus(new SweepCounts(1, 1, 0, 0, 0, 0));
            } else if (expired.size() < mayExpire) {
                store.delete(row.key());
                expired.add(row.key());
                counts = counts.plus(new SweepCounts(1, 0, 1, 0, 0, row.sizeBytes()));
            }
        }
        audios.expire(expired, Set.of(RetainedAudios.AVAILABLE), "retention");
        // An upload that was reported meanwhile stays: its check finds the object missing.
        audios.expire(abandoned, Set.of(RetainedAudios.PENDING), "never-told");
        return new Progress(counts, due.isEmpty() ? SweepPhase.RAW : SweepPhase.EXPIRY, "");
    }

    private StepResult removeDifferences(
            Sweep sweep, Instant now, Duration orphanAge, SweepPhase next, SweepLimits limits) {
        Comparison page =
                compareObjects.compare(new KeyRange(sweep.phase().wireName(), sweep.lastKey()), now, orphanAge);
        List<String> missing =
                page.missing().stream().filter(key -> store.head(key).isEmpty()).toList();
        long orphans = sweep.counts().orphanObjects() + page.orphans().size();
        if (orphans > limits.maxOrphanObjects()) {
            return new Refused(
                    RefusalCause.SHARE,
                    RemovalLimit.message(orphans, sweep.survey().objects(), ORPHANS));
        }
        long allMissing = sweep.counts().missingObjects() + missing.size();
        if (allMissing > limits.maxMissingObjects()) {
            return new Refused(RefusalCause.SHARE, RemovalLimit.message(allMissing, audios.countAvailable(), MISSING));
        }
        long bytes = 0;
        for (StoredObject orphan : page.orphans()) {
            if (!sweep.dryRun()) {
                store.delete(orphan.key());
            }
            bytes += orphan.size();
        }
        if (!sweep.dryRun()) {
            audios.expire(missing, Set.of(RetainedAudios.AVAILABLE), RetainedAudios.OBJECT_MISSING);
        }
        boolean last = page.lastKey().isEmpty();
        return new Progress(
                new SweepCounts(page.objects(), 0, 0, page.orphans().size(), missing.size(), bytes),
                last ? next : sweep.phase(),
                page.lastKey());
    }
}

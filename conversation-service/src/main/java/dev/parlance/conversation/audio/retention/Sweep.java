package dev.parlance.conversation.audio.retention;

import dev.parlance.kit.job.JobStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A job that removes expired and orphaned audio, and its progress.
///
/// @param dryRun  only counts what would be removed
/// @param force   removes without limits, and therefore without a survey
/// @param lastKey the last key processed in this phase; empty before the first
/// @param survey  what the first phase has counted
/// @param limits  what may be removed
/// @param counts  what was removed, or would be
/// @param error   null unless it failed
record Sweep(
        UUID id,
        boolean dryRun,
        boolean force,
        JobStatus status,
        SweepPhase phase,
        String lastKey,
        SweepSurvey survey,
        SweepLimits limits,
        SweepCounts counts,
        Instant startedAt,
        Instant completedAt,
        String error) {

    /// The phases in their order: objects and rows are counted that have lost each other; expired rows are removed;
    /// then objects are compared with rows, class by class. Objects of the speech cache (`tts/`) are never swept.
    enum SweepPhase {
        SURVEY,
        EXPIRY,
        RAW,
        PROCESSED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The first phase of a sweep: one that removes nothing, or everything, needs no survey.
        static SweepPhase first(boolean dryRun, boolean force) {
            return dryRun || force ? EXPIRY : SURVEY;
        }
    }

    /// What would be removed of the recordings.
    ///
    /// @param objects        that there are
    /// @param orphanObjects  of them without a row
    /// @param missingObjects rows without an object
    record SweepSurvey(long objects, long orphanObjects, long missingObjects) {
        SweepSurvey plus(SweepSurvey more) {
            return new SweepSurvey(
                    objects + more.objects, orphanObjects + more.orphanObjects, missingObjects + more.missingObjects);
        }
    }

    /// How much this sweep may remove.
    record SweepLimits(long maxExpired, long maxOrphanObjects, long maxMissingObjects) {
        static final SweepLimits NONE = new SweepLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        /// @param objects   that there are
        /// @param available rows whose objects are expected to exist
        static SweepLimits of(long objects, long available) {
            return new SweepLimits(RemovalLimit.of(available), RemovalLimit.of(objects), RemovalLimit.of(available));
        }
    }

    /// @param lookedAt       rows and objects
    /// @param abandoned      uploads that were never reported
    /// @param expired        audio past its retention
    /// @param orphanObjects  objects without a row
    /// @param missingObjects rows without an object
    /// @param bytes          freed
    record SweepCounts(
            long lookedAt, long abandoned, long expired, long orphanObjects, long missingObjects, long bytes) {
        static final SweepCounts ZERO = new SweepCounts(0, 0, 0, 0, 0, 0);

        SweepCounts plus(SweepCounts more) {
            return new SweepCounts(
                    lookedAt + more.lookedAt,
                    abandoned + more.abandoned,
                    expired + more.expired,
                    orphanObjects + more.orphanObjects,
                    missingObjects + more.missingObjects,
                    bytes + more.bytes);
        }
    }

    /// Whether the limit was reached: expired audio may be left for the next sweep.
    boolean hasExpiredAllItMay() {
        return counts.expired() >= limits.maxExpired();
    }
}

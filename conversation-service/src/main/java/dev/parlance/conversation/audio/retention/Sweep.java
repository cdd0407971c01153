package dev.parlance.conversation.audio.retention;

import dev.parlance.kit.job.JobStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A job that removes expired and orphaned audio, and its progress.
///
/// @param dryRun  only counts what would be removed
/// @param lastKey the last key processed in this phase; empty before the first
/// @param counts  what was removed, or would be
/// @param error   null unless it failed
record Sweep(
        UUID id,
        boolean dryRun,
        JobStatus status,
        SweepPhase phase,
        String lastKey,
        SweepCounts counts,
        Instant startedAt,
        Instant completedAt,
        String error) {

    /// The phases in their order: expired rows; then objects compared with rows, class by class. Objects of the
    /// speech cache (`tts/`) are never swept.
    enum SweepPhase {
        EXPIRY,
        RAW,
        PROCESSED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The key prefix of its objects.
        String prefix() {
            return wireName() + "/";
        }

        /// A key after those of all its objects: `0` is the character after `/`.
        String endKey() {
            return wireName() + "0";
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

    /// The outcome of one step.
    ///
    /// @param nextPhase null after the last step
    record StepResult(SweepCounts counts, SweepPhase nextPhase, String lastKey) {}
}

package dev.parlance.conversation.retention;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// An order to clean up among the sound, and what has come of it so far.
///
/// @param dryRun only looks what would be removed
/// @param place  the last key that has been looked at in this phase; empty before the first
/// @param found  what was removed, or would have been
/// @param error  null unless it failed
record Sweep(
        UUID id,
        boolean dryRun,
        Status status,
        Phase phase,
        String place,
        Found found,
        Instant startedAt,
        Instant completedAt,
        String error) {

    /// The wire names are those of the constants in small letters.
    enum Status {
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is looked at, in this order: rows whose time is over; then objects beside rows, class by class. What is
    /// spoken (`tts/`) is never looked at: it is kept.
    enum Phase {
        EXPIRY,
        RAW,
        PROCESSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Before the keys of all its objects.
        String prefix() {
            return wire() + "/";
        }

        /// Behind the keys of all its objects: the character after a slash.
        String end() {
            return wire() + "0";
        }
    }

    /// @param lookedAt       rows and objects
    /// @param abandoned      uploads that nobody has told of
    /// @param expired        sound that was kept for long enough
    /// @param orphanObjects  objects without a row
    /// @param missingObjects rows without an object
    /// @param bytes          that were freed
    record Found(long lookedAt, long abandoned, long expired, long orphanObjects, long missingObjects, long bytes) {
        static final Found NOTHING = new Found(0, 0, 0, 0, 0, 0);

        Found and(Found more) {
            return new Found(
                    lookedAt + more.lookedAt,
                    abandoned + more.abandoned,
                    expired + more.expired,
                    orphanObjects + more.orphanObjects,
                    missingObjects + more.missingObjects,
                    bytes + more.bytes);
        }
    }

    /// How far a step has come.
    ///
    /// @param phase null: there is nothing left to look at
    record Progress(Found found, Phase phase, String place) {}
}

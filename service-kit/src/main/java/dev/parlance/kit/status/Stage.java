package dev.parlance.kit.status;

import java.time.Instant;

/// Work that waits at one stage of the pipeline. Null: unknown at present, or not applicable.
///
/// @param rowsWaiting      rows of a table
/// @param lag              records of a topic
/// @param oldestAgeSeconds how long the oldest of them has waited
/// @param quarantined      records that wait for an operator
/// @param lastProgressAt   when something last left this stage, or nothing waited
/// @param reachable        false while the broker, or the database, does not answer
public record Stage(
        String stage,
        Long rowsWaiting,
        Long lag,
        Long oldestAgeSeconds,
        Long quarantined,
        Instant lastProgressAt,
        boolean reachable) {}

package dev.parlance.kit.pipeline;

import java.time.Instant;

/// What waits at one place of the pipeline. Null: unknown just now, or without meaning here.
///
/// @param rowsWaiting      rows of a table
/// @param lag              records of a topic
/// @param oldestAgeSeconds how long the oldest of them has waited
/// @param quarantined      records that wait for a person
/// @param lastProgressAt   when something last left this place, or nothing waited
/// @param reachable        false while the broker, or the database, does not answer
public record Stage(
        String stage,
        Long rowsWaiting,
        Long lag,
        Long oldestAgeSeconds,
        Long quarantined,
        Instant lastProgressAt,
        boolean reachable) {}

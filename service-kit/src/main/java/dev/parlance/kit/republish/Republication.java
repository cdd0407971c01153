package dev.parlance.kit.republish;

import dev.parlance.kit.job.JobStatus;
import java.time.Instant;
import java.util.UUID;

/// A republication and its progress.
///
/// @param position    behind the last page in the outbox; null before the first
/// @param sent        facts that are in the outbox or beyond
/// @param total       facts of the selection; null before they were counted, or if that took too long
/// @param completedAt when it ended, in whatever status
public record Republication(
        UUID id,
        Selection selection,
        JobStatus status,
        String position,
        long sent,
        Long total,
        Instant startedAt,
        Instant completedAt,
        String error) {}

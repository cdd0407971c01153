package dev.parlance.analysis.query;

import dev.parlance.analysis.analyzer.AnalyzerJob;
import dev.parlance.contract.id.TurnId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A job as HTTP answers it.
///
/// @param id turn and type, with a dot between
public record JobView(
        String id,
        UUID turnId,
        String type,
        String status,
        int attempts,
        Instant createdAt,
        Instant completedAt,
        String error,
        Map<String, Integer> result) {
    public static JobView of(TurnId turn, AnalyzerJob job, Instant createdAt, Instant completedAt) {
        return new JobView(
                turn + "." + job.type(),
                turn.value(),
                job.type(),
                job.status(),
                job.attempts(),
                createdAt,
                job.isFailed() ? null : completedAt,
                job.error(),
                job.result());
    }
}

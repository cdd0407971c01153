package dev.parlance.analysis.turn;

import dev.parlance.contract.TurnId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A job as it is answered.
///
/// @param id names the turn and the type
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
    public static JobView of(TurnId turn, Job job, Instant createdAt, Instant completedAt) {
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

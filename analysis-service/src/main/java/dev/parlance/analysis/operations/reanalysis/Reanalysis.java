package dev.parlance.analysis.operations.reanalysis;

import dev.parlance.analysis.operations.reanalysis.ReanalyzeTurns.Period;
import dev.parlance.kit.job.JobStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A job that analyses turns again, with its progress. Jobs are done one at a time, the oldest first.
///
/// @param tenant      null for every tenant
/// @param learnerId   null for every learner
/// @param dryRun      only counts what would change
/// @param doneTenant  of the last learner whose turns are done; empty before the first
/// @param doneLearner likewise
/// @param turns       that were analysed again
/// @param changed     turns whose content differs from before
/// @param total       turns that were outdated when the job began; null before they were counted, and where counting
///     took too long
/// @param words       the most frequent changes of words, with their number of uses
/// @param completedAt when it came to an end of any kind
record Reanalysis(
        UUID id,
        String tenant,
        String learnerId,
        Period period,
        boolean dryRun,
        JobStatus status,
        String doneTenant,
        String doneLearner,
        long turns,
        long changed,
        Long total,
        Map<String, Integer> words,
        Instant startedAt,
        Instant completedAt,
        String error) {

    /// Whether some of it has been done.
    boolean hasStarted() {
        return turns > 0 || !doneLearner.isEmpty();
    }
}

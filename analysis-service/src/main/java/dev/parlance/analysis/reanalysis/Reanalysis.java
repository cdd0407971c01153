package dev.parlance.analysis.reanalysis;

import dev.parlance.analysis.turn.ReanalyzeTurns.Period;
import dev.parlance.kit.order.OrderStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// An order to analyse turns again, and how far it has come. Orders are done one at a time, the oldest first.
///
/// @param tenant      null for every tenant
/// @param learnerId   null for every learner
/// @param dryRun      only looks what would change
/// @param doneTenant  of the last learner who has been done, empty before the first
/// @param doneLearner likewise
/// @param turns       that were analysed again
/// @param changed     turns that say something else than before
/// @param total       turns that other versions had read when the order began; null before they were counted, and
///     where that took too long
/// @param words       the most frequent changes of words, with their number of uses
/// @param completedAt when it came to an end of any kind
record Reanalysis(
        UUID id,
        String tenant,
        String learnerId,
        Period period,
        boolean dryRun,
        OrderStatus status,
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
    boolean isBegun() {
        return turns > 0 || !doneLearner.isEmpty();
    }
}

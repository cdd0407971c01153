package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.conversation.dialogue.turn.AnalysisCoverage;
import dev.parlance.conversation.operations.reconciliation.ReconciledDays.TurnCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Counts the next window of turns that are old enough, and stores those that have not been analysed.
@ApplicationScoped
class CompareTurns {
    private static final int MAX_BATCH_TURNS = 2_000;

    private final AnalysisCoverage coverage;
    private final ReconciledDays days;
    private final ReconciliationConfig config;
    private final Clock clock;

    CompareTurns(AnalysisCoverage coverage, ReconciledDays days, ReconciliationConfig config, Clock clock) {
        this.coverage = coverage;
        this.days = days;
        this.config = config;
        this.clock = clock;
    }

    /// @return whether more turns are old enough
    @Transactional
    boolean compareNext() {
        Instant now = clock.instant();
        Instant last = now.minus(config.reannounceAfter());
        Instant from = days.watermark();
        if (!from.isBefore(last)) {
            return false;
        }
        Instant to = windowEnd(from, last);
        days.addWindow(coverage.compare(from, to), now);
        days.watermark(to);
        return to.isBefore(last);
    }

    /// Counts a part of a day that is over once more: an instance whose clock is slow may have recorded turns late.
    ///
    /// @param to exclusive
    @Transactional
    CountedWindow recount(Instant from, Instant to) {
        Instant end = windowEnd(from, to);
        return new CountedWindow(end, days.countWindow(coverage.compare(from, end), clock.instant()));
    }

    /// The end of a window of about [#MAX_BATCH_TURNS] turns; it is not empty even if all of them have one instant.
    private Instant windowEnd(Instant from, Instant last) {
        return coverage.findRecordedAt(from, last, MAX_BATCH_TURNS)
                .map(end -> end.isAfter(from) ? end : from.plusMillis(1))
                .orElse(last);
    }

    /// @param end where the next window begins
    record CountedWindow(Instant end, TurnCount count) {}
}

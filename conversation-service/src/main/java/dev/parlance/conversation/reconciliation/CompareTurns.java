package dev.parlance.conversation.reconciliation;

import dev.parlance.conversation.reconciliation.ReconciledDays.Count;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Some turns are old enough to be asked after: count them for their day, and remember those that nobody analysed.
@ApplicationScoped
class CompareTurns {
    private static final int AT_ONCE = 2_000;

    private final ReconciledDays days;
    private final UnanalysedConfig config;
    private final Clock clock;

    CompareTurns(ReconciledDays days, UnanalysedConfig config, Clock clock) {
        this.days = days;
        this.config = config;
        this.clock = clock;
    }

    /// @return whether more are old enough
    @Transactional
    boolean next() {
        Instant now = clock.instant();
        Instant last = now.minus(config.after());
        Instant from = days.until();
        if (!from.isBefore(last)) {
            return false;
        }
        Instant to = days.windowEnd(from, last, AT_ONCE);
        days.add(from, to, now);
        days.until(to);
        return to.isBefore(last);
    }

    /// A piece of a day that is over, once more: turns may have come in late, from an instance whose clock is slow.
    ///
    /// @param to exclusive
    @Transactional
    Window again(Instant from, Instant to) {
        Instant end = days.windowEnd(from, to, AT_ONCE);
        return new Window(end, days.count(from, end, clock.instant()));
    }

    /// @param end where the next one begins
    record Window(Instant end, Count count) {}
}

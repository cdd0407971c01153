package dev.parlance.kit.pipeline;

import java.time.Duration;
import java.time.Instant;

/// From which id the oldest row of the outbox is looked for. The rows before the last one found have been sent; where
/// somebody holds a snapshot open they cannot be vacuumed, and a search from the beginning reads all of them.
///
/// Ids become visible out of the order they were given in, so now and then the search does begin at the beginning: a
/// row that appears late counts from then on.
final class SearchStart {
    private static final Duration SWEEP = Duration.ofSeconds(30);

    /// A search from the beginning may take this part of the time.
    private static final int RESTS_PER_SWEEP = 20;

    private long oldest;
    private Instant begun = Instant.EPOCH;
    private Instant nextSweep = Instant.EPOCH;
    private boolean sweeping;

    /// The least id that the search looks at; 0 is the beginning.
    long from(Instant now) {
        begun = now;
        sweeping = !nextSweep.isAfter(now);
        return sweeping ? 0 : oldest;
    }

    /// Takes note of what the search has found.
    ///
    /// @param id  of the oldest row, 0 where there is none
    /// @param now when the search was over
    void found(long id, Instant now) {
        if (id > 0) {
            oldest = id;
        }
        if (sweeping) {
            Duration rest = Duration.between(begun, now).multipliedBy(RESTS_PER_SWEEP);
            nextSweep = now.plus(rest.compareTo(SWEEP) > 0 ? rest : SWEEP);
        }
    }
}

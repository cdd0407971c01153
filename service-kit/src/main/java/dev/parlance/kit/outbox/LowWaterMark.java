package dev.parlance.kit.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// Below which id no row can appear in the outbox any more. Ids become visible out of the order they were given in, so
/// each id that has not been seen yet holds the mark back until the longest transaction must have ended.
///
/// Reading above the mark spares the relay the rows that are deleted but cannot be vacuumed yet, because somebody holds
/// a snapshot open.
final class LowWaterMark {
    /// More missing ids than this are not counted one by one.
    private static final int MOST_MISSING = 100_000;

    /// How often all is looked through, at most, while earlier ids may still appear.
    private static final Duration SWEEP = Duration.ofSeconds(1);

    /// How much longer than a round that looked through all the rounds after it do without: where many rows are deleted
    /// and not yet vacuumed, looking through them is most of the round.
    private static final int RESTS_PER_SWEEP = 10;

    /// How often all is looked through at the least: a commit that has to wait for a standby or a disk becomes visible
    /// when its transaction should have ended long ago, and its rows would wait below the mark for ever.
    private static final Duration SWEEP_OF_ALL = Duration.ofMinutes(5);

    private final Duration longestTransaction;
    private final TreeMap<Long, Instant> missing = new TreeMap<>();
    private Instant heldUntil;
    private Instant nextSweep;
    private Instant sweepBegun;
    private Instant nextOfAll;
    private boolean earlierMayAppear;
    private long highest = -1;

    LowWaterMark(Duration longestTransaction) {
        this.longestTransaction = longestTransaction;
    }

    /// Nothing is known of earlier ids: everything is looked through now and then until they must have become visible.
    void reset(Instant now) {
        missing.clear();
        highest = -1;
        heldUntil = now.plus(longestTransaction);
        nextSweep = now;
        nextOfAll = heldUntil.plus(SWEEP_OF_ALL);
        sweepBegun = null;
        earlierMayAppear = true;
    }

    /// Above this id every row is read. Asked once a round.
    long above(Instant now) {
        if (sweepBegun != null) {
            Duration rest = Duration.between(sweepBegun, now).multipliedBy(RESTS_PER_SWEEP);
            nextSweep = now.plus(rest.compareTo(SWEEP) > 0 ? rest : SWEEP);
            sweepBegun = null;
        }
        boolean allHaveEnded = !heldUntil.isAfter(now);
        if (earlierMayAppear && (allHaveEnded || !nextSweep.isAfter(now))) {
            earlierMayAppear = !allHaveEnded; // what could appear late has done so before the last sweep
            sweepBegun = now;
            return 0;
        }
        if (!nextOfAll.isAfter(now)) {
            nextOfAll = now.plus(SWEEP_OF_ALL);
            return 0;
        }
        while (!missing.isEmpty()
                && missing.firstEntry().getValue().plus(longestTransaction).isBefore(now)) {
            missing.pollFirstEntry();
        }
        return missing.isEmpty() ? Math.max(highest, 0) : missing.firstKey() - 1;
    }

    /// Takes note of rows, which are in the order of their ids.
    void saw(List<OutboxRow> rows, Instant now) {
        for (OutboxRow row : rows) {
            if (highest >= 0 && row.id() - highest > MOST_MISSING) {
                reset(now);
            }
            for (long absent = highest + 1; highest >= 0 && absent < row.id(); absent++) {
                missing.put(absent, now);
            }
            boolean late = row.id() <= highest && missing.remove(row.id()) == null;
            if (late && !earlierMayAppear) {
                reset(now); // where one was, there may be more
            }
            highest = Math.max(highest, row.id());
        }
    }
}

package dev.parlance.kit.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// The id below which no row can appear in the outbox any more. Ids become visible out of order, so each missing id
/// holds the watermark back until the longest transaction must have ended.
///
/// Reading above the watermark avoids reading rows that are deleted but cannot be vacuumed while a transaction holds
/// a snapshot.
final class LowWatermark {
    /// With more missing ids than this, the watermark starts anew.
    private static final int MAX_TRACKED_GAPS = 100_000;

    /// Minimum time between full scans while earlier ids may still appear.
    private static final Duration MIN_FULL_SCAN_INTERVAL = Duration.ofSeconds(1);

    /// Pause after a full scan, as a multiple of its duration: where many deleted rows are not vacuumed yet, reading
    /// them takes most of the time.
    private static final int FULL_SCAN_PAUSE_FACTOR = 10;

    /// Maximum time between full scans: a commit that waits for a standby or a disk becomes visible after its
    /// transaction should have ended, and its rows would stay below the watermark for ever.
    private static final Duration MAX_FULL_SCAN_INTERVAL = Duration.ofMinutes(5);

    private final Duration maxTransactionDuration;
    private final TreeMap<Long, Instant> gaps = new TreeMap<>();
    private Instant earlierTransactionsEndBy;
    private Instant nextFullScan;
    private Instant fullScanStartedAt;
    private Instant fullScanDeadline;
    private boolean earlierIdsMayAppear;
    private long highestId = -1;

    LowWatermark(Duration maxTransactionDuration) {
        this.maxTransactionDuration = maxTransactionDuration;
    }

    /// Forgets all ids: full scans are made until earlier ids must have become visible.
    void reset(Instant now) {
        gaps.clear();
        highestId = -1;
        earlierTransactionsEndBy = now.plus(maxTransactionDuration);
        nextFullScan = now;
        fullScanDeadline = earlierTransactionsEndBy.plus(MAX_FULL_SCAN_INTERVAL);
        fullScanStartedAt = null;
        earlierIdsMayAppear = true;
    }

    /// Rows with a higher id are to be read. To be called once per batch.
    long scanAfter(Instant now) {
        if (fullScanStartedAt != null) {
            Duration pause = Duration.between(fullScanStartedAt, now).multipliedBy(FULL_SCAN_PAUSE_FACTOR);
            nextFullScan = now.plus(pause.compareTo(MIN_FULL_SCAN_INTERVAL) > 0 ? pause : MIN_FULL_SCAN_INTERVAL);
            fullScanStartedAt = null;
        }
        boolean allHaveEnded = !earlierTransactionsEndBy.isAfter(now);
        if (earlierIdsMayAppear && (allHaveEnded || !nextFullScan.isAfter(now))) {
            earlierIdsMayAppear = !allHaveEnded; // late ids have appeared before this last full scan
            fullScanStartedAt = now;
            return 0;
        }
        if (!fullScanDeadline.isAfter(now)) {
            fullScanDeadline = now.plus(MAX_FULL_SCAN_INTERVAL);
            return 0;
        }
        while (!gaps.isEmpty()
                && gaps.firstEntry().getValue().plus(maxTransactionDuration).isBefore(now)) {
            gaps.pollFirstEntry();
        }
        return gaps.isEmpty() ? Math.max(highestId, 0) : gaps.firstKey() - 1;
    }

    /// Registers rows that were read, in the order of their ids.
    void observe(List<OutboxRow> rows, Instant now) {
        for (OutboxRow row : rows) {
            if (highestId >= 0 && row.id() - highestId > MAX_TRACKED_GAPS) {
                reset(now);
            }
            for (long absent = highestId + 1; highestId >= 0 && absent < row.id(); absent++) {
                gaps.put(absent, now);
            }
            boolean late = row.id() <= highestId && gaps.remove(row.id()) == null;
            if (late && !earlierIdsMayAppear) {
                reset(now); // more ids may have appeared late
            }
            highestId = Math.max(highestId, row.id());
        }
    }
}

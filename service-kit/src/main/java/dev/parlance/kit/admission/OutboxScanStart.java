package dev.parlance.kit.admission;

import java.time.Duration;
import java.time.Instant;

/// The id at which the search for the oldest row of the outbox starts. Rows below the last one found have been sent;
/// while a transaction holds a snapshot they cannot be vacuumed, and a search from 0 would read them all.
///
/// Ids become visible out of order, so from time to time the search does start at 0 and finds rows that appeared
/// late.
final class OutboxScanStart {
    private static final Duration FULL_SCAN_INTERVAL = Duration.ofSeconds(30);

    /// Pause after a full scan, as a multiple of its duration.
    private static final int FULL_SCAN_PAUSE_FACTOR = 20;

    private long oldestId;
    private Instant scanStartedAt = Instant.EPOCH;
    private Instant nextFullScan = Instant.EPOCH;
    private boolean fullScan;

    /// The lowest id to search; 0 for a full scan.
    long nextScanFrom(Instant now) {
        scanStartedAt = now;
        fullScan = !nextFullScan.isAfter(now);
        return fullScan ? 0 : oldestId;
    }

    /// Stores the result of a search.
    ///
    /// @param id  of the oldest row, 0 if there is none
    /// @param now end of the search
    void scanned(long id, Instant now) {
        if (id > 0) {
            oldestId = id;
        }
        if (fullScan) {
            Duration pause = Duration.between(scanStartedAt, now).multipliedBy(FULL_SCAN_PAUSE_FACTOR);
            nextFullScan = now.plus(pause.compareTo(FULL_SCAN_INTERVAL) > 0 ? pause : FULL_SCAN_INTERVAL);
        }
    }
}

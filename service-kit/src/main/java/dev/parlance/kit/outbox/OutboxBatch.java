package dev.parlance.kit.outbox;

import java.util.List;

/// Rows of the outbox as one snapshot of the database shows them.
///
/// @param rows             in the order of their ids
/// @param oldestRunning    id of the oldest transaction that was running; all with a lower id had ended, and what they
///                         committed is visible
/// @param truncated        whether rows with higher ids may have been left out
record OutboxBatch(List<OutboxRow> rows, long oldestRunning, boolean truncated) {
    /// The highest id up to which every visible row above the start of the scan is in this batch.
    long scannedTo() {
        return truncated ? rows.getLast().id() : Long.MAX_VALUE;
    }
}

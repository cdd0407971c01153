package dev.parlance.kit.outbox;

import java.time.Duration;

/// What waits in the outbox.
///
/// @param oldestId  id of the oldest row, 0 if there is none
/// @param rows      upper bound: ids that were rolled back count, too
/// @param oldestAge age of the oldest row by the database's clock
public record BacklogSize(long oldestId, long rows, Duration oldestAge) {
    public static final BacklogSize EMPTY = new BacklogSize(0, 0, Duration.ZERO);
}

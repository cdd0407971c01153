package dev.parlance.kit.health;

import dev.parlance.kit.lag.ConsumerLag;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// Decides whether a partition is stuck: records wait in it, and none was applied for longer than the timeout
/// although broker and database were available. Time in which nobody checked does not count: the process itself stood
/// still.
final class StuckPartitionDetector {
    private static final Duration MAX_CHECK_GAP = Duration.ofSeconds(60);

    private final Duration stuckTimeout;
    private final Map<TopicPartition, StalledOffset> stalled = new HashMap<>();
    private Instant lastCheck;

    /// A committed offset with records waiting behind it, and since when the group has not passed it.
    private record StalledOffset(long committed, Instant since) {}

    StuckPartitionDetector(Duration stuckTimeout) {
        this.stuckTimeout = stuckTimeout;
    }

    /// @return the partitions that are stuck
    Set<TopicPartition> findStuck(Map<TopicPartition, ConsumerLag.PartitionLag> lags, Instant now) {
        if (lastCheck != null && lastCheck.plus(MAX_CHECK_GAP).isBefore(now)) {
            reset();
        }
        lastCheck = now;
        stalled.keySet().retainAll(lags.keySet());
        lags.forEach((partition, lag) -> {
            StalledOffset before = stalled.get(partition);
            if (lag.lag() == 0) {
                stalled.remove(partition);
            } else if (before == null || before.committed() != lag.committed()) {
                stalled.put(partition, new StalledOffset(lag.committed(), now));
            }
        });
        return stalled.entrySet().stream()
                .filter(entry -> !entry.getValue().since().plus(stuckTimeout).isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Restarts all timeouts, because broker or database were unavailable.
    void reset() {
        stalled.clear();
    }
}

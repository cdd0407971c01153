package dev.parlance.kit.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// Decides whether a partition is stuck: records wait in it, and for longer than the patience none was applied,
/// although broker and database answered all the while.
final class Watch {
    private final Duration patience;
    private final Map<TopicPartition, Still> waiting = new HashMap<>();

    /// Since when the group has stood at this offset with records waiting.
    private record Still(long committed, Instant since) {}

    Watch(Duration patience) {
        this.patience = patience;
    }

    /// @return the partitions that are stuck
    Set<TopicPartition> look(Map<TopicPartition, IntakeLags.Place> places, Instant now) {
        waiting.keySet().retainAll(places.keySet());
        places.forEach((partition, place) -> {
            Still still = waiting.get(partition);
            if (place.lag() == 0) {
                waiting.remove(partition);
            } else if (still == null || still.committed() != place.committed()) {
                waiting.put(partition, new Still(place.committed(), now));
            }
        });
        return waiting.entrySet().stream()
                .filter(one -> !one.getValue().since().plus(patience).isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Something that is needed was away: whoever waits may wait as long again.
    void forget() {
        waiting.clear();
    }
}

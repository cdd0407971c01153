package dev.parlance.kit.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// Where partitions ended when they were looked at. While more keeps coming, nobody ever finds all of a partition
/// applied; but once everything before such an end has been, it is as fresh as the moment of that look.
final class SeenEnds {
    private final Map<TopicPartition, SeenEnd> ends = new HashMap<>();

    private record SeenEnd(Instant at, long end) {}

    /// @param next the offset before which everything has been applied
    /// @param end  of what is committed, asked for after `now`
    /// @return the moment of an earlier look whose end has been reached since; empty if none has
    Optional<Instant> look(TopicPartition partition, long next, long end, Instant now) {
        SeenEnd seen = ends.get(partition);
        if (seen != null && seen.end() > next) {
            return Optional.empty();
        }
        ends.put(partition, new SeenEnd(now, end));
        return Optional.ofNullable(seen).map(SeenEnd::at);
    }
}

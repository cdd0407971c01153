package dev.parlance.kit.offset;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// End offsets of partitions at earlier measurements. While records keep arriving, a partition is never fully
/// applied; but once everything before an earlier end offset is applied, it is as fresh as that measurement.
final class EndOffsetSnapshots {
    private final Map<TopicPartition, EndOffsetSnapshot> ends = new HashMap<>();

    private record EndOffsetSnapshot(Instant at, long end) {}

    /// @param next offset before which everything is applied
    /// @param end  committed end offset, asked for after `now`
    /// @return instant of an earlier measurement whose end offset has been reached; empty if there is none
    Optional<Instant> update(TopicPartition partition, long next, long end, Instant now) {
        EndOffsetSnapshot earlier = ends.get(partition);
        if (earlier != null && earlier.end() > next) {
            return Optional.empty();
        }
        ends.put(partition, new EndOffsetSnapshot(now, end));
        return Optional.ofNullable(earlier).map(EndOffsetSnapshot::at);
    }
}

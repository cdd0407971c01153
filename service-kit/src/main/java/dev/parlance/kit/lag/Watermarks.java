package dev.parlance.kit.lag;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Up to which instant a consumer group has read what was published on a topic. A watermark holds the end offsets of
/// the topic at an instant; a group that has reached them has read all that was published before.
public final class Watermarks {
    private static final int MAX_WATERMARKS = 1_000;

    private final Deque<Watermark> pending = new ArrayDeque<>();
    private final Deque<ReachedWatermark> reached = new ArrayDeque<>();

    /// @param publishedUntil everything older than this was on the topic
    private record Watermark(Instant publishedUntil, Map<TopicPartition, Long> ends) {
        boolean isReached(Map<TopicPartition, Long> next) {
            return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    private record ReachedWatermark(Instant at, Instant publishedUntil) {}

    /// @param ends end offsets of the topic's partitions
    /// @param next committed offsets of the group
    void update(Instant now, Instant publishedUntil, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> next) {
        Instant until = null;
        while (!pending.isEmpty() && pending.peekFirst().isReached(next)) {
            until = pending.removeFirst().publishedUntil();
        }
        if (until != null) {
            addReached(reached, new ReachedWatermark(now, until));
        }
        if (pending.size() < MAX_WATERMARKS) {
            pending.addLast(new Watermark(publishedUntil, Map.copyOf(ends)));
        }
    }

    /// Everything published before the result had been read at `then`.
    Instant readUntil(Instant then) {
        Instant until = Instant.EPOCH;
        for (ReachedWatermark watermark : reached) {
            if (!watermark.at().isAfter(then)) {
                until = watermark.publishedUntil();
            }
        }
        return until;
    }

    private static void addReached(Deque<ReachedWatermark> reached, ReachedWatermark watermark) {
        if (reached.size() == MAX_WATERMARKS) {
            reached.removeFirst();
        }
        reached.addLast(watermark);
    }
}

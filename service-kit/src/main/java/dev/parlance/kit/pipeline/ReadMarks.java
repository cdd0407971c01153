package dev.parlance.kit.pipeline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Up to which instant a group of readers has read what was published on a topic. A mark says how long the topic was
/// at an instant; whoever has come that far has read all that was published before.
public final class ReadMarks {
    private static final int MOST = 1_000;

    private final Deque<Mark> ahead = new ArrayDeque<>();
    private final Deque<Reached> reached = new ArrayDeque<>();

    /// @param publishedUntil everything older than this was on the topic
    private record Mark(Instant publishedUntil, Map<TopicPartition, Long> ends) {
        boolean isReached(Map<TopicPartition, Long> next) {
            return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    private record Reached(Instant at, Instant publishedUntil) {}

    /// @param ends of the topic's partitions
    /// @param next what the group will read next of each
    void look(Instant now, Instant publishedUntil, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> next) {
        Instant until = null;
        while (!ahead.isEmpty() && ahead.peekFirst().isReached(next)) {
            until = ahead.removeFirst().publishedUntil();
        }
        if (until != null) {
            keep(reached, new Reached(now, until));
        }
        if (ahead.size() < MOST) {
            ahead.addLast(new Mark(publishedUntil, Map.copyOf(ends)));
        }
    }

    /// Everything published before this had been read by then.
    Instant readUntil(Instant then) {
        Instant until = Instant.EPOCH;
        for (Reached one : reached) {
            if (!one.at().isAfter(then)) {
                until = one.publishedUntil();
            }
        }
        return until;
    }

    private static void keep(Deque<Reached> reached, Reached one) {
        if (reached.size() == MOST) {
            reached.removeFirst();
        }
        reached.addLast(one);
    }
}

package dev.parlance.benchmark.load;

import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.installation.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the requests of a load; of one thread alone.
public final class Answers {
    private static final int REFUSED = 300;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final List<Double> milliseconds = new ArrayList<>();
    private long firstDue = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// @param due      when it was to be sent, by `System.nanoTime`
    /// @param answered when the last byte of the answer had come
    public void add(int status, long due, long answered) {
        byStatus.merge(status, 1, Integer::sum);
        if (status < REFUSED) {
            milliseconds.add((answered - due) / NANOS_PER_MILLI);
        }
        firstDue = Math.min(firstDue, due);
        last = Math.max(last, answered);
    }

    /// How many were answered by this status.
    public int of(int status) {
        return byStatus.getOrDefault(status, 0);
    }

    /// How many were answered by any other status.
    public int others(int status) {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum() - of(status);
    }

    /// From when the first request was due until the last answer had come.
    public double seconds() {
        return (last - firstDue) / 1e9;
    }

    /// From when each that was not refused was due until its answer had come.
    public Distribution milliseconds() {
        return new Distribution(milliseconds);
    }

    /// Fails unless every request was answered by one of these.
    public Answers requireOnly(Integer... statuses) {
        if (!List.of(statuses).containsAll(byStatus.keySet())) {
            throw Failure.failed("Not every request was answered by %s: %s.".formatted(List.of(statuses), byStatus));
        }
        return this;
    }
}

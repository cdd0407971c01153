package dev.parlance.benchmark.load.http;

import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Statuses and latencies of the requests of a load. Not thread-safe.
public final class HttpResponses {
    private static final int MIN_REFUSED_STATUS = 300;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<Integer, Integer> countByStatus = new TreeMap<>();
    private final List<Double> milliseconds = new ArrayList<>();
    private long firstDueNanos = Long.MAX_VALUE;
    private long lastResponseNanos = Long.MIN_VALUE;

    /// @param due      when it was to be sent, by `System.nanoTime`
    /// @param answered when the last byte of the answer had come
    public void add(int status, long due, long answered) {
        countByStatus.merge(status, 1, Integer::sum);
        if (status < MIN_REFUSED_STATUS) {
            milliseconds.add((answered - due) / NANOS_PER_MILLI);
        }
        firstDueNanos = Math.min(firstDueNanos, due);
        lastResponseNanos = Math.max(lastResponseNanos, answered);
    }

    /// How many were answered by this status.
    public int count(int status) {
        return countByStatus.getOrDefault(status, 0);
    }

    /// How many were answered by any other status.
    public int countOther(int status) {
        return countByStatus.values().stream().mapToInt(Integer::intValue).sum() - count(status);
    }

    /// From when the first request was due until the last answer had come.
    public double seconds() {
        return (lastResponseNanos - firstDueNanos) / 1e9;
    }

    /// From when each that was not refused was due until its answer had come.
    public Distribution milliseconds() {
        return new Distribution(milliseconds);
    }

    /// Fails unless every request was answered by one of these.
    public HttpResponses requireOnly(Integer... statuses) {
        if (!List.of(statuses).containsAll(countByStatus.keySet())) {
            throw Failure.failed(
                    "Not every request was answered by %s: %s.".formatted(List.of(statuses), countByStatus));
        }
        return this;
    }
}

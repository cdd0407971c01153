package dev.parlance.benchmark.report;

import java.util.Collection;
import java.util.List;

/// Measured values, in order.
public final class Distribution {
    private final List<Double> sorted;

    public Distribution(Collection<Double> values) {
        this.sorted = values.stream().sorted().toList();
    }

    /// The least measured value that is not below `percent` of all values (nearest rank): one that was really
    /// measured.
    public double percentile(double percent) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    public double max() {
        return percentile(100);
    }

    /// The value in the middle; of an even number of values, the mean of the two.
    public double median() {
        return (percentile(50) + sorted.get(sorted.size() / 2)) / 2;
    }

    public int size() {
        return sorted.size();
    }
}

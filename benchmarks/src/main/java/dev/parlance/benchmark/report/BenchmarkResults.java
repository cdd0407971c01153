package dev.parlance.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// The same figures of several runs, and the median of each.
public final class BenchmarkResults {
    private final Map<Metric, List<Double>> valuesByMetric = new LinkedHashMap<>();

    private record Metric(String name, int decimals) {
        String format(double value) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }

        String formatMedian(List<Double> values) {
            return format(new Distribution(values).median());
        }
    }

    /// Adds the value of the next run.
    public void add(String name, int decimals, double value) {
        valuesByMetric
                .computeIfAbsent(new Metric(name, decimals), _ -> new ArrayList<>())
                .add(value);
    }

    /// Adds median and 99th percentile of latencies in milliseconds.
    public void addPercentiles(String name, int decimals, Distribution milliseconds) {
        add(name + ", p50, ms", decimals, milliseconds.percentile(50));
        add(name + ", p99, ms", decimals, milliseconds.percentile(99));
    }

    /// The medians alone, by figure, in the order in which they were first added.
    public Map<String, String> formattedMedians() {
        Map<String, String> medians = new LinkedHashMap<>();
        valuesByMetric.forEach((figure, values) -> medians.put(figure.name(), figure.formatMedian(values)));
        return medians;
    }

    /// The same as numbers.
    public Map<String, Double> medianValues() {
        Map<String, Double> medians = new LinkedHashMap<>();
        valuesByMetric.forEach((figure, values) -> medians.put(figure.name(), new Distribution(values).median()));
        return medians;
    }

    public String toMarkdown() {
        int runs = valuesByMetric.values().stream().mapToInt(List::size).max().orElse(0);
        List<String> heads = new ArrayList<>(List.of("figure"));
        heads.addAll(
                IntStream.rangeClosed(1, runs).mapToObj(run -> "run " + run).toList());
        heads.add("median");
        var table = new MarkdownTable(heads);
        valuesByMetric.forEach((figure, values) -> {
            List<String> cells = new ArrayList<>(List.of(figure.name()));
            values.forEach(value -> cells.add(figure.format(value)));
            while (cells.size() <= runs) {
                cells.add("");
            }
            cells.add("**" + figure.formatMedian(values) + "**");
            table.addRow(cells);
        });
        return table.render();
    }
}

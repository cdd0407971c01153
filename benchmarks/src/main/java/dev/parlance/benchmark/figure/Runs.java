package dev.parlance.benchmark.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// The same figures of several runs, and the median of each.
public final class Runs {
    private final Map<Figure, List<Double>> figures = new LinkedHashMap<>();

    private record Figure(String name, int decimals) {
        String text(double value) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }

        String median(List<Double> values) {
            return text(new Distribution(values).median());
        }
    }

    /// Adds the value of the next run.
    public void add(String name, int decimals, double value) {
        figures.computeIfAbsent(new Figure(name, decimals), _ -> new ArrayList<>())
                .add(value);
    }

    /// The medians alone, by figure, in the order in which they were first added.
    public Map<String, String> medians() {
        Map<String, String> medians = new LinkedHashMap<>();
        figures.forEach((figure, values) -> medians.put(figure.name(), figure.median(values)));
        return medians;
    }

    /// The same as numbers.
    public Map<String, Double> values() {
        Map<String, Double> medians = new LinkedHashMap<>();
        figures.forEach((figure, values) -> medians.put(figure.name(), new Distribution(values).median()));
        return medians;
    }

    public String markdown() {
        int runs = figures.values().stream().mapToInt(List::size).max().orElse(0);
        List<String> heads = new ArrayList<>(List.of("figure"));
        heads.addAll(
                IntStream.rangeClosed(1, runs).mapToObj(run -> "run " + run).toList());
        heads.add("median");
        var table = new MarkdownTable(heads);
        figures.forEach((figure, values) -> {
            List<String> cells = new ArrayList<>(List.of(figure.name()));
            values.forEach(value -> cells.add(figure.text(value)));
            while (cells.size() <= runs) {
                cells.add("");
            }
            cells.add("**" + figure.median(values) + "**");
            table.row(cells);
        });
        return table.render();
    }
}

package dev.parlance.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table to be pasted into a document: the first column to the left, all others to the right.
public final class MarkdownTable {
    private final int columns;
    private final List<List<String>> lines = new ArrayList<>();

    public MarkdownTable(List<String> heads) {
        this.columns = heads.size();
        lines.add(List.copyOf(heads));
        lines.add(IntStream.range(0, columns)
                .mapToObj(at -> at == 0 ? "---" : "---:")
                .toList());
    }

    public void addRow(List<String> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.size(), columns));
        }
        lines.add(List.copyOf(cells));
    }

    public String render() {
        return lines.stream()
                .map(cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
    }
}

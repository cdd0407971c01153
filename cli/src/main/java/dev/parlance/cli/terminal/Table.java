package dev.parlance.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// A table for a fixed-width font: texts are aligned left, numbers right. Not picocli's `TextTable`, which has no
/// alignment to the right and needs the width of each column in advance.
public final class Table {
    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        this.headers = List.of(heads);
    }

    /// Adds a row.
    public Table row(Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, headers.size()));
        }
        rows.add(List.of(cells).stream()
                .map(String::valueOf)
                .map(TerminalText::escapeLine)
                .toList());
        return this;
    }

    public String render() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(headers);
        lines.addAll(rows);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder rendered = new StringBuilder();
            for (int column = 0; column < headers.size(); column++) {
                rendered.append(column == 0 ? "" : "  ").append(padded(line.get(column), column));
            }
            text.append(rendered.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        String blanks = " ".repeat(width(column) - displayWidth(cell));
        return isNumeric(column) ? blanks + cell : cell + blanks;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> displayWidth(row.get(column)))
                .reduce(displayWidth(headers.get(column)), Math::max);
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("[0-9.,:]*"))
                && rows.stream().anyMatch(row -> !row.get(column).isEmpty());
    }

    /// Ideographs, kana and emoji are two columns wide.
    private static int displayWidth(String cell) {
        return cell.codePoints().map(point -> point >= 0x2E80 ? 2 : 1).sum();
    }
}

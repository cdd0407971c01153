package dev.parlance.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// A table for a fixed-width font: texts to the left, figures to the right, columns two blanks apart.
public final class Table {
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        this.heads = List.of(heads);
    }

    /// Adds a row; an empty text repeats nothing and stays empty.
    public Table row(Object... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, heads.size()));
        }
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
        return this;
    }

    public String render() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(heads);
        lines.addAll(rows);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder rendered = new StringBuilder();
            for (int column = 0; column < heads.size(); column++) {
                rendered.append(column == 0 ? "" : "  ").append(padded(line.get(column), column));
            }
            text.append(rendered.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        String blanks = " ".repeat(width(column) - columns(cell));
        return isOfFigures(column) ? blanks + cell : cell + blanks;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> columns(row.get(column))).reduce(columns(heads.get(column)), Math::max);
    }

    private boolean isOfFigures(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("[0-9.,:]*"))
                && rows.stream().anyMatch(row -> !row.get(column).isEmpty());
    }

    /// Ideographs, kana and emoji take two columns of a terminal.
    private static int columns(String cell) {
        return cell.codePoints().map(point -> point >= 0x2E80 ? 2 : 1).sum();
    }
}

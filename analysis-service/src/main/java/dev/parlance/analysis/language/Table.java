package dev.parlance.analysis.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A reviewed list on the class path: tab-separated columns, the last of which may hold several values between
/// spaces; what follows `#` at a line's begin is a comment.
final class Table {
    private Table() {}

    /// One row for each value of the last column.
    ///
    /// @throws IllegalStateException if a row has not as many columns
    static List<List<String>> read(String resource, int columns) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> rows(resource, line, columns).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(String resource, String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
            throw new IllegalStateException("%s: not %d columns: %s".formatted(resource, columns, line));
        }
        return Arrays.stream(cells[columns - 1].split(" ", -1))
                .map(value -> {
                    String[] row = cells.clone();
                    row[columns - 1] = value;
                    return List.of(row);
                })
                .toList();
    }
}

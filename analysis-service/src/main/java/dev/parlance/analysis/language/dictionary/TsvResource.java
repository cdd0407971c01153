package dev.parlance.analysis.language.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads tables on the class path: UTF-8, one row per line, cells separated by tabs. Blank lines and lines that start
/// with `#` are comments.
public final class TsvResource {
    private TsvResource() {}

    /// @throws IllegalStateException if it is missing
    public static List<String[]> rows(String resource) {
        return lines(resource).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /// @throws IllegalStateException if it is missing, or a row has another number of cells
    public static List<String[]> rows(String resource, int columns) {
        List<String[]> rows = rows(resource);
        for (String[] row : rows) {
            if (row.length != columns) {
                throw new IllegalStateException(
                        "%s: not %d columns: %s".formatted(resource, columns, String.join(" ", row)));
            }
        }
        return rows;
    }

    /// One row for each of the values in the last cell, which are separated by spaces.
    public static List<List<String>> expandedRows(String resource, int columns) {
        return rows(resource, columns).stream()
                .flatMap(cells -> Arrays.stream(cells[columns - 1].split(" ", -1))
                        .map(value -> {
                            String[] row = cells.clone();
                            row[columns - 1] = value;
                            return List.of(row);
                        }))
                .toList();
    }

    /// All lines, comments included.
    ///
    /// @throws IllegalStateException if it is missing
    public static List<String> lines(String resource) {
        try (var in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// @throws IllegalStateException if it is missing
    public static InputStream open(String resource) {
        var in = TsvResource.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        return in;
    }
}

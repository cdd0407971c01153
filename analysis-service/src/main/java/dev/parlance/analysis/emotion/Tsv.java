package dev.parlance.analysis.emotion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The reviewed lists on the class path: columns with tabs between; empty lines and lines that begin with # say
/// nothing.
final class Tsv {
    private Tsv() {}

    /// @throws IllegalStateException if it is missing or a line has another number of columns
    static List<String[]> read(String path, int columns) {
        try (var in = Tsv.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> columns(line, columns, path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] columns(String line, int expected, String path) {
        String[] columns = line.split("\t", -1);
        if (columns.length != expected) {
            throw new IllegalStateException("%s: “%s” has not %d columns".formatted(path, line, expected));
        }
        return columns;
    }
}

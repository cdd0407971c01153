package dev.parlance.analysis.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rows of a reviewed table on the class path: cells between tabs, lines with `#` are comments.
final class Rows {
    private Rows() {}

    static List<String[]> of(String name) {
        var in = Rows.class.getResourceAsStream("/reading/" + name);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(Predicate.not(line -> line.startsWith("#")))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> map(String name) {
        return of(name).stream().collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    }
}

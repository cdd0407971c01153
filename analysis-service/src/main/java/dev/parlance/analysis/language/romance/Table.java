package dev.parlance.analysis.language.romance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A reviewed table of this package: lines of cells between tabs; empty lines and those that begin with `#` are for
/// people.
final class Table {
    private static final String FOLDER = "/words/romance/";

    private Table() {}

    static List<String[]> rows(String name) {
        return lines(FOLDER + name).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    static List<String> lines(String resource) {
        try (var in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static InputStream open(String resource) {
        var in = Table.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        return in;
    }
}

package dev.parlance.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which tables a module's migrations create, and which class names which of them in SQL.
///
/// SQL is read from string literals and text blocks. A table counts as named after `from`, `join`, `into`, `update`,
/// `table` or `using`, or after a comma of a `from` list; a name that is put together at run time is not seen.
final class SqlTables {
    private static final Pattern CREATED =
            Pattern.compile("(?i)\\bcreate (?:unlogged )?table (?:if not exists )?(\\w+)");
    private static final Pattern DROPPED = Pattern.compile("(?i)\\bdrop table (?:if exists )?(\\w+)");
    /// Comments and characters are matched, too, so that no quote in them begins a literal.
    private static final Pattern LITERAL = Pattern.compile("""
            "{3}(?<block>.*?)"{3}|"(?<string>(?:\\\\.|[^"\\\\\\n])*+)"|'(?:\\\\.|[^'\\\\\\n])*+'|//[^\\n]*+|/\\*.*?\\*/""", Pattern.DOTALL);

    private SqlTables() {}

    /// A class names a table in SQL.
    ///
    /// @param type without the root package: `fact.DayFacts`
    record Use(String type, String table) implements Comparable<Use> {
        String inPackage() {
            return type.substring(0, Math.max(0, type.lastIndexOf('.')));
        }

        @Override
        public int compareTo(Use other) {
            return toString().compareTo(other.toString());
        }
    }

    /// The tables that exist after all migrations of a directory.
    static Set<String> created(Path migrations) {
        Set<String> tables = new TreeSet<>();
        Set<String> dropped = new TreeSet<>();
        eachFile(migrations, ".sql", file -> {
            String sql = Files.readString(file);
            CREATED.matcher(sql).results().forEach(match -> tables.add(match.group(1)));
            DROPPED.matcher(sql).results().forEach(match -> dropped.add(match.group(1)));
        });
        tables.removeAll(dropped);
        return tables;
    }

    /// @param sources the directory of the root package
    static Set<Use> uses(Path sources, Set<String> tables) {
        Pattern named = naming(tables);
        Set<Use> uses = new TreeSet<>();
        eachFile(sources, ".java", file -> {
            String type = sources.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", "");
            literals(Files.readString(file))
                    .flatMap(sql -> named.matcher(sql).results())
                    .forEach(match -> uses.add(new Use(type, match.group("table"))));
        });
        return uses;
    }

    private static Pattern naming(Set<String> tables) {
        return Pattern.compile(
                "(?:\\b(?:from|join|into|update|table|using)\\s|(?<=\\bfrom\\b[^();]{1,300}),)\\s*(?<table>"
                        + String.join("|", tables) + ")\\b",
                Pattern.CASE_INSENSITIVE);
    }

    private static Stream<String> literals(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(match -> match.group("block") == null ? match.group("string") : match.group("block"))
                .filter(Objects::nonNull);
    }

    private static void eachFile(Path directory, String suffix, FileReader reader) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(suffix)).toList()) {
                reader.read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface FileReader {
        void read(Path file) throws IOException;
    }
}

package dev.parlance.journey.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of this checkout as people wrote them: nothing that was built, nothing hidden but `.mvn`.
record SourceTree(Path root) {
    private static final Set<String> SKIPPED_DIRECTORIES = Set.of("target", "node_modules");

    static SourceTree here() {
        return new SourceTree(Path.of(System.getProperty("parlance.home", ".."))
                .toAbsolutePath()
                .normalize());
    }

    Path file(String name) {
        return root.resolve(name);
    }

    String text(String name) {
        return text(file(name));
    }

    String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All places of a text that a pattern matches.
    static Stream<MatchResult> find(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results();
    }

    /// The files whose path below the root matches a pattern.
    List<Path> files(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isSkipped(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.matcher(root.relativize(file).toString()).matches()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private boolean isSkipped(Path directory) {
        String name = directory.getFileName().toString();
        boolean hidden = name.startsWith(".") && !name.equals(".mvn");
        return !directory.equals(root) && (hidden || SKIPPED_DIRECTORIES.contains(name));
    }
}

package dev.parlance.benchmark.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Whole directories; links are never followed.
public final class FileTree {
    private FileTree() {}

    /// Copies all but what has one of these names, at whatever depth.
    public static void copy(Path from, Path to, Set<String> without) {
        for (Path path : paths(from)) {
            Path inside = from.relativize(path);
            boolean left = Stream.iterate(inside, at -> at != null, Path::getParent)
                    .anyMatch(at -> without.contains(at.getFileName().toString()));
            if (!left) {
                copy(path, to.resolve(inside));
            }
        }
    }

    /// The bytes of all files.
    public static long size(Path directory) {
        return paths(directory).stream().mapToLong(FileTree::bytes).sum();
    }

    /// Removes the paths that fit; a directory must fit with all that is in it.
    public static void delete(Path directory, Predicate<Path> fits) {
        paths(directory).stream().filter(fits).sorted(Comparator.reverseOrder()).forEach(FileTree::delete);
    }

    private static List<Path> paths(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(Path path) {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

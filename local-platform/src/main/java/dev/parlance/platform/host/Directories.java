package dev.parlance.platform.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;

/// Creates and deletes directories.
public final class Directories {
    private static final int MAX_DELETE_ATTEMPTS = 100;
    private static final Duration DELETE_RETRY_INTERVAL = Duration.ofMillis(50);

    private Directories() {}

    /// Creates the directory and its parents.
    public static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes the directory with its content. Retries if another process changes the content meanwhile: children of a
    /// killed process may write for a moment.
    public static void delete(Path directory) {
        IOException lastConflict = null;
        for (int attempt = 0; attempt < MAX_DELETE_ATTEMPTS && Files.exists(directory); attempt++) {
            try {
                deleteAll(directory);
            } catch (NoSuchFileException | DirectoryNotEmptyException e) {
                lastConflict = e;
                LockSupport.parkNanos(DELETE_RETRY_INTERVAL.toNanos());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (lastConflict != null && Files.exists(directory)) throw new UncheckedIOException(lastConflict);
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;

/// Directories as a whole.
final class Directories {
    private static final int LOOKS = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Directories() {}

    /// Creates it with all above it.
    static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes it with all in it. What others delete or write at the same time is nobody's mistake: the children of a
    /// process that was killed live on for a moment.
    static void delete(Path directory) {
        IOException disturbed = null;
        for (int look = 0; look < LOOKS && Files.exists(directory); look++) {
            try {
                deleteAll(directory);
            } catch (NoSuchFileException | DirectoryNotEmptyException e) {
                disturbed = e;
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (disturbed != null && Files.exists(directory)) throw new UncheckedIOException(disturbed);
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

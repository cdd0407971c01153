package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A data directory of PostgreSQL, in whatever state the last run left it.
record PostgresData(Path directory) {
    private static final String LOCK = "postmaster.pid";
    /// A process id that no system gives out.
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    boolean exists() {
        return Files.exists(directory.resolve("PG_VERSION"));
    }

    /// Another major version cannot read the files.
    void requireVersion(String major) {
        var found = firstLine("PG_VERSION").orElse("");
        if (!found.equals(major)) {
            throw new PlatformFailure(("The data in %s is of PostgreSQL %s and this is PostgreSQL %s: "
                            + "start with ./parlance up --fresh, which discards it, or move the directory away.")
                    .formatted(directory, found, major));
        }
    }

    /// A killed PostgreSQL leaves its postmaster.pid, and the next one takes any living process of that number for
    /// the owner. The number is replaced unless that process really is a PostgreSQL. The rest of the file stays,
    /// because with it PostgreSQL makes sure itself that no child of the killed one is still at work.
    void releaseFromTheDead() {
        var owner = firstLine(LOCK).flatMap(PostgresData::process);
        if (owner.isEmpty()) return;
        if (isPostgres(owner.get())) {
            throw new PlatformFailure(
                    "Another PostgreSQL (process %d) works on %s: stop it or choose another directory."
                            .formatted(owner.get().pid(), directory));
        }
        try {
            var lock = directory.resolve(LOCK);
            Files.writeString(lock, Files.readString(lock).replaceFirst("\\d+", NOBODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> process(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty(); // cut short by the crash
        }
    }

    /// A process that hides its command belongs to another user and cannot be ours.
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> program.endsWith("/postgres"))
                .isPresent();
    }

    private Optional<String> firstLine(String file) {
        try {
            return Files.readString(directory.resolve(file), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package dev.parlance.platform.postgres;

import dev.parlance.platform.host.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A data directory of PostgreSQL, which a killed run may have left locked.
public record PostgresData(Path directory) {
    private static final String LOCK_FILE = "postmaster.pid";
    /// Greater than any process id.
    private static final String IMPOSSIBLE_PID = Integer.toString(Integer.MAX_VALUE);

    boolean exists() {
        return Files.exists(directory.resolve("PG_VERSION"));
    }

    /// @throws PlatformFailure if the files are of another major version, which cannot read them
    void requireVersion(String major) {
        var found = firstLine("PG_VERSION").orElse("");
        if (!found.equals(major)) {
            throw new PlatformFailure(("The data in %s is of PostgreSQL %s and this is PostgreSQL %s: "
                            + "start with ./parlance up --fresh, which discards it, or move the directory away.")
                    .formatted(directory, found, major));
        }
    }

    /// A killed PostgreSQL leaves its postmaster.pid, and the next one takes any process with that pid for the
    /// owner. Replaces the pid unless its process is a PostgreSQL. Keeps the rest of the file, with which
    /// PostgreSQL checks that no child process of the killed one is still running.
    public void removeStaleLock() {
        var owner = firstLine(LOCK_FILE).flatMap(PostgresData::process);
        if (owner.isEmpty()) return;
        if (isPostgres(owner.get())) {
            throw new PlatformFailure(
                    "Another PostgreSQL (process %d) works on %s: stop it or choose another directory."
                            .formatted(owner.get().pid(), directory));
        }
        try {
            var lock = directory.resolve(LOCK_FILE);
            Files.writeString(lock, Files.readString(lock).replaceFirst("\\d+", IMPOSSIBLE_PID));
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

    /// The command of a process is hidden if it belongs to another user; then it is not this PostgreSQL.
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

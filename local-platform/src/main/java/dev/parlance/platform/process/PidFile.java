package dev.parlance.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The content of a pid file: a process id and the start of the process. A pid alone may belong to another program by
/// now, which would be ended instead.
public record PidFile(long pid, Instant startedAt) {
    /// The start is computed from the system's clock, which may have been adjusted between two readings.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    public static PidFile of(ProcessHandle process) {
        return new PidFile(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static Optional<PidFile> read(Path file) {
        try {
            var fields =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split("\\s+", -1);
            if (fields.length != 2) return Optional.empty();
            return Optional.of(new PidFile(Long.parseLong(fields[0]), Instant.parse(fields[1])));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no file, or one cut short by a crash
        }
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pid + " " + startedAt + "\n", StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process, if it still runs.
    public Optional<ProcessHandle> findProcess() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::hasSameStart);
    }

    private boolean hasSameStart(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }
}

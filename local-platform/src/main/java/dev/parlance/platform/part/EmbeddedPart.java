package dev.parlance.platform.part;

import dev.parlance.platform.process.ManagedProcess;
import java.nio.file.Path;
import java.time.Duration;

/// One part of the embedded platform: prepares its data and starts its process.
public interface EmbeddedPart {
    /// For a process that hangs, also on a slow machine. A process that has ended fails the start at once.
    Duration READY_TIMEOUT = Duration.ofSeconds(180);

    Part part();

    /// Starts the process on existing or new data and returns when it accepts connections.
    ManagedProcess start();

    /// Creates missing topics, roles and schemas.
    default void provision() {}

    /// Ends the process that an earlier, killed run has left.
    void endLeftover();

    /// The pid file by which other programs find the part's process.
    static Path pidFile(Path directory, Part part) {
        return directory.resolve("run").resolve(part.key() + ".pid");
    }

    static Path logFile(Path directory, Part part) {
        return directory.resolve("logs").resolve(part.key() + ".log");
    }
}

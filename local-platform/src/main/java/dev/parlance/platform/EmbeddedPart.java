package dev.parlance.platform;

import java.nio.file.Path;
import java.time.Duration;

/// One part of the embedded platform: knows how to prepare its data and how to start its process on it.
sealed interface EmbeddedPart permits EmbeddedKafka, EmbeddedPostgres, EmbeddedS3 {
    /// A part that has ended is given up at once; this is for one that hangs, on a slow machine too.
    Duration READY_TIMEOUT = Duration.ofSeconds(180);

    Part part();

    /// Starts it on what an earlier run left, or on nothing, and returns when it answers.
    ManagedProcess start();

    /// Makes its content complete (topics, roles) once it answers.
    default void furnish() {}

    /// Ends the process of an earlier run that was killed.
    void endLeftover();

    /// Where a part's pid file is, for whoever wants to find its process from outside.
    static Path pidFile(Path directory, Part part) {
        return directory.resolve("run").resolve(part.key() + ".pid");
    }

    static Path log(Path directory, Part part) {
        return directory.resolve("logs").resolve(part.key() + ".log");
    }
}

package dev.parlance.benchmark.installation.process;

import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs a command of `jcmd` in another JVM of this machine.
///
/// @param logs where what it answers is written
record Jcmd(long pid, Path logs) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /// Its answer.
    String run(String... words) {
        Path log = logs.resolve("jcmd-%s.log".formatted(words[0]));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        try {
            Files.deleteIfExists(log);
            ManagedProcess.start(new ManagedProcess.Command("jcmd", command, Map.of(), log, logs.resolve("jcmd.pid")))
                    .waitUntilDone(TIMEOUT);
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

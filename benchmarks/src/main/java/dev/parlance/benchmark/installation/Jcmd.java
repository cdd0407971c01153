package dev.parlance.benchmark.installation;

import dev.parlance.platform.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells another JVM of this machine what to do.
///
/// @param logs where what it answers is written
record Jcmd(long pid, Path logs) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Its answer.
    String tell(String... words) {
        Path log = logs.resolve("jcmd-%s.log".formatted(words[0]));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        try {
            Files.deleteIfExists(log);
            ManagedProcess.start(new ManagedProcess.Command("jcmd", command, Map.of(), log, logs.resolve("jcmd.pid")))
                    .waitUntilDone(PATIENCE);
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

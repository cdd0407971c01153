package dev.parlance.benchmark.installation;

import dev.parlance.platform.ManagedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a JVM does while it is measured, recorded by its flight recorder; about 2 % slower for it.
public record Recording(long pid, Path file) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static Recording start(long pid, Path file) {
        var recording = new Recording(pid, file);
        recording.tell("JFR.start", "name=bench", "settings=profile");
        return recording;
    }

    /// Writes the file.
    @Override
    public void close() {
        tell("JFR.stop", "name=bench", "filename=" + file);
    }

    private void tell(String... words) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        ManagedProcess.start(new ManagedProcess.Command(
                        "jcmd", command, Map.of(), file.resolveSibling("jcmd.log"), file.resolveSibling("jcmd.pid")))
                .waitUntilDone(PATIENCE);
    }
}

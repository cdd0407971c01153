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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heap of another JVM, asked by `jcmd`.
public record Heap(long pid, Path logs) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /// Bytes of what is alive: all garbage is collected first.
    public long alive() {
        tell("GC.run");
        // Metaspace has a line of its own behind the generations; it says "used" as well.
        return tell("GC.heap_info")
                .lines()
                .takeWhile(line -> !line.contains("Metaspace"))
                .mapToLong(Heap::used)
                .sum();
    }

    private static long used(String line) {
        Matcher used = USED.matcher(line);
        return used.find() ? Long.parseLong(used.group(1)) << 10 : 0;
    }

    private String tell(String... words) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        Path log = logs.resolve("jcmd-heap.log");
        try {
            Files.deleteIfExists(log);
            ManagedProcess.start(
                            new ManagedProcess.Command("jcmd", command, Map.of(), log, logs.resolve("jcmd-heap.pid")))
                    .waitUntilDone(PATIENCE);
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

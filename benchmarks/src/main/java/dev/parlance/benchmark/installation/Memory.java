package dev.parlance.benchmark.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/// Memory that processes hold right now, in bytes.
///
/// @param resident RSS: a page that several processes share counts for each of them
/// @param proportional PSS: such a page counts once in all, so these figures may be added up; where the system does
///     not know it (Linux does), the same as `resident`
public record Memory(long resident, long proportional) {
    private static final int KIBI = 1024;

    /// Of one process alone.
    public static Memory of(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            return Files.exists(file) ? ofSmaps(Files.readString(file)) : ofPs(pid);
        } catch (IOException e) {
            throw Failure.failed("The memory of process %d cannot be read (%s).".formatted(pid, e.getMessage()));
        }
    }

    /// Of a process and all that it has started, as PostgreSQL does for each connection.
    public static Memory ofTree(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                .mapToObj(Memory::of)
                .reduce(new Memory(0, 0), Memory::plus);
    }

    public Memory plus(Memory other) {
        return new Memory(resident + other.resident, proportional + other.proportional);
    }

    static Memory ofSmaps(String rollup) {
        return new Memory(bytes(rollup, "Rss:"), bytes(rollup, "Pss:"));
    }

    private static long bytes(String rollup, String name) {
        return rollup.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBI)
                .findFirst()
                .orElseThrow();
    }

    private static Memory ofPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        long resident = answer.isEmpty() ? 0 : Long.parseLong(answer) * KIBI;
        return new Memory(resident, resident);
    }
}

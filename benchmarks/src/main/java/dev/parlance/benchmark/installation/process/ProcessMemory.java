package dev.parlance.benchmark.installation.process;

import dev.parlance.benchmark.report.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// Memory that processes hold right now, in bytes.
///
/// @param residentBytes RSS: a page that several processes share counts for each of them
/// @param proportionalBytes PSS: such a page counts once in all, so these figures may be added up; where the system
///     does not know it (Linux does), the same as `resident`
public record ProcessMemory(long residentBytes, long proportionalBytes) {
    private static final int BYTES_PER_KIB = 1024;

    /// Of one process alone.
    public static ProcessMemory ofProcess(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            return Files.exists(file) ? parseSmaps(Files.readString(file)) : readPs(pid);
        } catch (IOException e) {
            throw Failure.failed("The memory of process %d cannot be read (%s).".formatted(pid, e.getMessage()));
        }
    }

    /// Of a process and all that it has started, as PostgreSQL does for each connection.
    static ProcessMemory ofProcessTree(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return sum(LongStream.concat(LongStream.of(pid), children)
                .mapToObj(ProcessMemory::ofProcess)
                .toList());
    }

    /// By name; the processes that PostgreSQL has started count as part of it.
    public static Map<String, ProcessMemory> ofInstallation(Map<String, Long> processIds) {
        Map<String, ProcessMemory> memory = new LinkedHashMap<>();
        // `./parlance up` has children, too, but these are in the map by their own names.
        processIds.forEach(
                (name, pid) -> memory.put(name, name.equals("postgres") ? ofProcessTree(pid) : ofProcess(pid)));
        return memory;
    }

    public static ProcessMemory sum(Collection<ProcessMemory> all) {
        return all.stream().reduce(new ProcessMemory(0, 0), ProcessMemory::plus);
    }

    private ProcessMemory plus(ProcessMemory other) {
        return new ProcessMemory(residentBytes + other.residentBytes, proportionalBytes + other.proportionalBytes);
    }

    static ProcessMemory parseSmaps(String rollup) {
        return new ProcessMemory(parseBytes(rollup, "Rss:"), parseBytes(rollup, "Pss:"));
    }

    private static long parseBytes(String rollup, String name) {
        return rollup.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KIB)
                .findFirst()
                .orElseThrow();
    }

    private static ProcessMemory readPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        long resident = answer.isEmpty() ? 0 : Long.parseLong(answer) * BYTES_PER_KIB;
        return new ProcessMemory(resident, resident);
    }
}

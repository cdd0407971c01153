package dev.parlance.benchmark.installation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// Processor time that processes have used since they were started, in seconds, by name; `driver` is this JVM.
public record CpuTime(Map<String, Double> secondsByProcess) {
    private static final double TICKS_PER_SECOND = 100; // of /proc, on every Linux that a JVM runs on
    /// Among the fields after the program's name; system time follows, then both of children that have ended.
    private static final int USER_TIME_FIELD = 11;

    public CpuTime {
        secondsByProcess = Collections.unmodifiableMap(new LinkedHashMap<>(secondsByProcess));
    }

    /// Of processes and their children: PostgreSQL has one for each connection.
    public static CpuTime now(Map<String, Long> processes) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, pid) -> seconds.put(name, secondsOfTree(pid)));
        seconds.put("driver", secondsOf(ProcessHandle.current().pid(), 1));
        return new CpuTime(seconds);
    }

    /// What was used since then.
    public CpuTime since(CpuTime earlier) {
        Map<String, Double> used = new LinkedHashMap<>();
        secondsByProcess.forEach((name, now) -> used.put(name, now - earlier.secondsByProcess.getOrDefault(name, 0.0)));
        return new CpuTime(used);
    }

    public double secondsOf(String name) {
        return secondsByProcess.getOrDefault(name, 0.0);
    }

    private static double secondsOfTree(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                .mapToDouble(process -> secondsOf(process, 2))
                .sum();
    }

    /// @param generations 1 without children that have ended, 2 with them
    private static double secondsOf(long pid, int generations) {
        try {
            return parseStat(Files.readString(Path.of("/proc", Long.toString(pid), "stat")), generations);
        } catch (IOException e) {
            // It has just ended, or this is no Linux.
            return ProcessHandle.of(pid)
                            .flatMap(process -> process.info().totalCpuDuration())
                            .orElse(Duration.ZERO)
                            .toNanos()
                    / 1e9;
        }
    }

    static double parseStat(String stat, int generations) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field = USER_TIME_FIELD; field < USER_TIME_FIELD + 2 * generations; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }
}

package dev.parlance.benchmark.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a figure was measured on; without it, it says nothing.
///
/// @param loadAverage how many processes wanted a core in the minute before; above 1 or so, somebody else was
///     measured, too
public record Machine(int cores, String processor, double memoryGiB, String system, String jdk, double loadAverage) {

    public static Machine detect() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                system.getTotalMemorySize() / (double) (1L << 30),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
                "%s %s".formatted(System.getProperty("java.vendor"), Runtime.version()),
                system.getSystemLoadAverage());
    }

    public String describe() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.1f GiB, %s, JDK %s; load average before: %.1f",
                cores,
                processor,
                memoryGiB,
                system,
                jdk,
                loadAverage);
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch"); // not every system has this file
        }
    }
}

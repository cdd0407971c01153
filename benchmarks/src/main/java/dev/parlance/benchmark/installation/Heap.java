package dev.parlance.benchmark.installation;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// What a JVM's heap still holds when all garbage is gone. It runs the services' collector, the serial one.
public final class Heap {
    private static final Pattern GENERATION =
            Pattern.compile("(?im)^\\s*(?:DefNew|Tenured|def new generation|tenured generation)\\s.*?used (\\d+)K");
    private static final Pattern LARGEST = Pattern.compile("-XX:MaxHeapSize=(\\d+)");
    private static final int KIBI = 1024;

    private Heap() {}

    /// Collects the garbage and answers what is left, in bytes.
    ///
    /// @param logs where `jcmd` may write
    public static long live(long pid, Path logs) {
        var jvm = new Jcmd(pid, logs);
        jvm.tell("GC.run");
        return used(jvm.tell("GC.heap_info"));
    }

    /// What it may take at most, in bytes.
    ///
    /// @param logs where `jcmd` may write
    public static long largest(long pid, Path logs) {
        return largest(new Jcmd(pid, logs).tell("VM.flags"));
    }

    static long largest(String flags) {
        var found = LARGEST.matcher(flags);
        if (!found.find()) {
            throw Failure.failed("No heap size among the flags:%n%s".formatted(flags));
        }
        return Long.parseLong(found.group(1));
    }

    static long used(String heapInfo) {
        long kibibytes = GENERATION
                .matcher(heapInfo)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        if (kibibytes == 0) {
            throw Failure.failed("A heap of another kind than the serial collector's:%n%s".formatted(heapInfo));
        }
        return kibibytes * KIBI;
    }
}

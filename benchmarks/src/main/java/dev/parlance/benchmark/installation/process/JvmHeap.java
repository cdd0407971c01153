package dev.parlance.benchmark.installation.process;

import dev.parlance.benchmark.report.Failure;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What a JVM's heap still holds when all garbage is gone. It runs the services' collector, the serial one.
public final class JvmHeap {
    private static final Pattern GENERATION_LINE =
            Pattern.compile("(?im)^\\s*(?:DefNew|Tenured|def new generation|tenured generation)\\s.*?used (\\d+)K");
    private static final Pattern MAX_HEAP_FLAG = Pattern.compile("-XX:MaxHeapSize=(\\d+)");
    private static final int BYTES_PER_KIB = 1024;

    private JvmHeap() {}

    /// Collects the garbage and answers what is left, in bytes.
    ///
    /// @param logs where `jcmd` may write
    public static long liveBytes(long pid, Path logs) {
        var jvm = new Jcmd(pid, logs);
        jvm.run("GC.run");
        return usedBytes(jvm.run("GC.heap_info"));
    }

    /// What it may take at most, in bytes.
    ///
    /// @param logs where `jcmd` may write
    public static long maxBytes(long pid, Path logs) {
        return maxBytes(new Jcmd(pid, logs).run("VM.flags"));
    }

    static long maxBytes(String flags) {
        var found = MAX_HEAP_FLAG.matcher(flags);
        if (!found.find()) {
            throw Failure.failed("No heap size among the flags:%n%s".formatted(flags));
        }
        return Long.parseLong(found.group(1));
    }

    static long usedBytes(String heapInfo) {
        long kibibytes = GENERATION_LINE
                .matcher(heapInfo)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        if (kibibytes == 0) {
            throw Failure.failed("A heap of another kind than the serial collector's:%n%s".formatted(heapInfo));
        }
        return kibibytes * BYTES_PER_KIB;
    }
}

package dev.parlance.benchmark.installation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/// The heap of conversation-service right after a full collection, by its own metrics.
public record ServiceHeap(double used, double max) {
    private static final double MEBI = 1 << 20;

    /// @param pid of conversation-service
    public static ServiceHeap of(Installation installation, long pid) throws InterruptedException {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            var request = HttpRequest.newBuilder(URI.create(installation.api().conversation() + "/q/metrics"))
                    .build();
            String metrics = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return new ServiceHeap(sum(metrics, "jvm_memory_used_bytes"), sum(metrics, "jvm_memory_max_bytes"));
        } catch (IOException e) {
            throw Failure.failed("The heap of conversation-service cannot be read (%s).".formatted(e.getMessage()));
        }
    }

    public double usedMebibytes() {
        return used / MEBI;
    }

    public double maxMebibytes() {
        return max / MEBI;
    }

    static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}

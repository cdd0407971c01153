package dev.parlance.benchmark.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.installation.process.ProgramRun;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.report.MarkdownTable;
import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.process.ManagedProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How fast one thread analyses texts, warm: the classes of analysis-service as they are installed, measured by
/// JMH (module `benchmarks/speed`) in a JVM with the service's heap and collector.
///
/// @param checkout of the checkout
/// @param dataDirectory the directory with `gold` and `levels`
public record AnalysisSpeed(Path checkout, Path dataDirectory) {
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(15);
    private static final String SERVICE_DIRECTORY = "analysis-service/target/quarkus-app/";
    private static final Map<String, String> GOALS = Map.of(
            "WordSpeed.words en_ewt-ud-dev", "≥ 15,000; stretch 60,000",
            "WordSpeed.words ja_gsd-ud-dev", "≥ 100,000",
            "TurnSpeed.everything", "≥ 800; stretch 3,000");

    public Path logFile() {
        return directory().resolve("speed.log");
    }

    public String measure() {
        runJmh();
        var table = new MarkdownTable(List.of("a second and core, warm", "figure", "±", "goal"));
        for (JsonNode measured : readResults()) {
            String name = name(measured);
            JsonNode words = measured.path("secondaryMetrics").path("words");
            JsonNode metric = words.isMissingNode() ? measured.path("primaryMetric") : words;
            table.addRow(List.of(
                    name + (words.isMissingNode() ? ", turns" : ", words"),
                    format(metric.path("score").asDouble()),
                    format(metric.path("scoreError").asDouble()),
                    GOALS.getOrDefault(name, "")));
        }
        return table.render();
    }

    /// `WordSpeed.words en_ewt-ud-dev`: class, method and parameters.
    private static String name(JsonNode measured) {
        String[] path = measured.path("benchmark").asText().split("\\.", -1);
        var name = new StringBuilder(path[path.length - 2] + "." + path[path.length - 1]);
        measured.path("params").forEach(value -> name.append(' ').append(value.asText()));
        return name.toString();
    }

    private void runJmh() {
        Path program = checkout.resolve("benchmarks/speed/target/speed.jar");
        if (!Files.exists(program) || !Files.exists(checkout.resolve(SERVICE_DIRECTORY))) {
            throw new PlatformFailure("benchmarks/speed is not built: call ./parlance without PARLANCE_BUILD=never.");
        }
        try {
            Files.createDirectories(directory());
            Files.deleteIfExists(logFile());
            Files.deleteIfExists(resultFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProgramRun.await(
                new ManagedProcess.Command(
                        "JMH",
                        arguments(program),
                        Map.of(),
                        logFile(),
                        directory().resolve("speed.pid")),
                RUN_TIMEOUT);
    }

    /// JMH hands the JVM's options on to those that it measures in.
    private List<String> arguments(Path program) {
        String installed = checkout.resolve(SERVICE_DIRECTORY).toString();
        return List.of(
                Checkout.javaExecutable(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-Dparlance.data=" + dataDirectory,
                "-cp",
                String.join(
                        File.pathSeparator,
                        program.toString(),
                        program.resolveSibling("lib") + "/*",
                        installed + "/app/*",
                        installed + "/lib/main/*",
                        installed + "/lib/boot/*"),
                "org.openjdk.jmh.Main",
                "-foe",
                "true",
                "-rf",
                "json",
                "-rff",
                resultFile().toString());
    }

    private JsonNode readResults() {
        try {
            JsonNode results =
                    JsonMapper.builder().build().readTree(resultFile().toFile());
            if (results.isEmpty()) {
                throw Failure.failed("JMH has measured nothing: see " + logFile());
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path resultFile() {
        return directory().resolve("speed.json");
    }

    private Path directory() {
        return checkout.resolve("benchmarks/target/speed");
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}

package dev.parlance.benchmark.gold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.PlatformFailure;
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
/// @param home of the checkout
/// @param data the directory with `gold` and `levels`
public record AnalysisSpeed(Path home, Path data) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String SERVICE = "analysis-service/target/quarkus-app/";
    private static final Map<String, String> GOALS = Map.of(
            "WordSpeed.words en_ewt-ud-dev", "≥ 15,000; stretch 60,000",
            "WordSpeed.words ja_gsd-ud-dev", "≥ 100,000",
            "TurnSpeed.everything", "≥ 800; stretch 3,000");

    public Path log() {
        return directory().resolve("speed.log");
    }

    public String markdown() {
        run();
        var table = new MarkdownTable(List.of("a second and core, warm", "figure", "±", "goal"));
        for (JsonNode measured : results()) {
            String name = name(measured);
            JsonNode words = measured.path("secondaryMetrics").path("words");
            JsonNode metric = words.isMissingNode() ? measured.path("primaryMetric") : words;
            table.row(List.of(
                    name + (words.isMissingNode() ? ", turns" : ", words"),
                    number(metric.path("score").asDouble()),
                    number(metric.path("scoreError").asDouble()),
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

    private void run() {
        Path program = home.resolve("benchmarks/speed/target/speed.jar");
        if (!Files.exists(program) || !Files.exists(home.resolve(SERVICE))) {
            throw new PlatformFailure("benchmarks/speed is not built: call ./parlance without PARLANCE_BUILD=never.");
        }
        try {
            Files.createDirectories(directory());
            Files.deleteIfExists(log());
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var jmh = ManagedProcess.start(new ManagedProcess.Command(
                "JMH", words(program), Map.of(), log(), directory().resolve("speed.pid")));
        var endOfJvm = new Thread(jmh::kill, "stop-jmh");
        Runtime.getRuntime().addShutdownHook(endOfJvm);
        jmh.waitUntilDone(PATIENCE);
        Runtime.getRuntime().removeShutdownHook(endOfJvm);
    }

    /// JMH hands the JVM's options on to those that it measures in.
    private List<String> words(Path program) {
        String installed = home.resolve(SERVICE).toString();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-Dparlance.data=" + data,
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
                file().toString());
    }

    private JsonNode results() {
        try {
            JsonNode results = JsonMapper.builder().build().readTree(file().toFile());
            if (results.isEmpty()) {
                throw Failure.failed("JMH has measured nothing: see " + log());
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return directory().resolve("speed.json");
    }

    private Path directory() {
        return home.resolve("benchmarks/target/speed");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}

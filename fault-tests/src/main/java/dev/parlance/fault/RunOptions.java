package dev.parlance.fault;

import dev.parlance.fault.report.Environment;
import dev.parlance.fault.report.ReliabilityReport;
import dev.parlance.fault.report.ScenarioResult;
import dev.parlance.fault.report.ScenarioResults;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.run.Scale;
import dev.parlance.fault.scenario.ScenarioCatalog;
import dev.parlance.platform.host.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// How scenarios are run, and where their results go.
final class RunOptions {
    private static final Path HOME =
            Path.of(System.getProperty("parlance.home", ".")).toAbsolutePath().normalize();

    @Option(names = "--scale", defaultValue = "FULL", description = "short or full (${DEFAULT-VALUE})")
    Scale scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "of all that is random (${DEFAULT-VALUE})")
    long seed;

    @Option(names = "--together", description = "all on the same installation, as every build does")
    boolean together;

    @Option(names = "--write", paramLabel = "FILE", description = "writes the page of all results so far")
    Path reportFile;

    int run(List<FaultScenario> scenarios, int times) {
        List<ScenarioResult> done = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            var faults =
                    new ScenarioRunner(scale, seed + time, Environment.commit(HOME), artifactDirectory(), System.err);
            Consumer<ScenarioResult> keep = result -> {
                results().save(result);
                done.add(result);
            };
            if (together) {
                faults.runTogether(scenarios).forEach(keep);
            } else {
                for (FaultScenario scenario : scenarios) {
                    keep.accept(run(faults, scenario));
                }
            }
        }
        System.out.print(ReliabilityReport.table(done));
        if (reportFile != null) {
            writeReport(reportFile);
        }
        return done.stream().allMatch(ScenarioResult::passed) ? 0 : 1;
    }

    private static ScenarioResult run(ScenarioRunner faults, FaultScenario scenario) {
        if (!scenario.needsSmallDisks() || SmallDisks.directory().isPresent()) {
            return faults.run(scenario);
        }
        try {
            int code = SmallDisks.run(
                    HOME,
                    List.of(scenario.id(), "--scale", faults.scale().name(), "--seed", Long.toString(faults.seed())));
            return results().all().stream()
                    .filter(result -> code <= 1 && result.id().equals(scenario.id()))
                    .findFirst()
                    .orElseThrow(() -> new PlatformFailure(scenario.id() + " could not be run on small disks."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", e);
        }
    }

    static void writeReport(Path page) {
        try {
            List<ScenarioResult> all = results().all();
            List<String> missing = ScenarioCatalog.all().stream()
                    .map(scenario -> "%s %s".formatted(scenario.id(), scenario.title()))
                    .filter(scenario -> all.stream().noneMatch(result -> scenario.startsWith(result.id())))
                    .toList();
            Files.writeString(page, ReliabilityReport.document(all, Environment.machine(), missing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScenarioResults results() {
        return new ScenarioResults(HOME.resolve(".parlance/faults/results"));
    }

    private static Path artifactDirectory() {
        return HOME.resolve(".parlance/faults");
    }
}

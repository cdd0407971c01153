package dev.parlance.journey.fault;

import dev.parlance.journey.fault.report.Page;
import dev.parlance.journey.fault.report.Result;
import dev.parlance.journey.fault.report.Results;
import dev.parlance.platform.PlatformFailure;
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
    Path page;

    int run(List<FaultScenario> scenarios, int times) {
        List<Result> done = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            var faults = new Faults(scale, seed + time, Surroundings.commit(HOME), kept(), System.err);
            Consumer<Result> keep = result -> {
                results().keep(result);
                done.add(result);
            };
            if (together) {
                faults.together(scenarios).forEach(keep);
            } else {
                for (FaultScenario scenario : scenarios) {
                    keep.accept(run(faults, scenario));
                }
            }
        }
        System.out.print(Page.table(done));
        if (page != null) {
            write(page);
        }
        return done.stream().allMatch(Result::passed) ? 0 : 1;
    }

    private static Result run(Faults faults, FaultScenario scenario) {
        if (!scenario.onSmallDisks() || SmallDisks.here().isPresent()) {
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

    static void write(Path page) {
        try {
            List<Result> all = results().all();
            List<String> missing = Catalogue.all().stream()
                    .map(scenario -> "%s %s".formatted(scenario.id(), scenario.title()))
                    .filter(scenario -> all.stream().noneMatch(result -> scenario.startsWith(result.id())))
                    .toList();
            Files.writeString(page, Page.document(all, Surroundings.machine(), missing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Results results() {
        return new Results(HOME.resolve(".parlance/faults/results"));
    }

    private static Path kept() {
        return HOME.resolve(".parlance/faults");
    }
}

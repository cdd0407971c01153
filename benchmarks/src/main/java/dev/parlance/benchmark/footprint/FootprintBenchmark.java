package dev.parlance.benchmark.footprint;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.process.ProcessMemory;
import dev.parlance.benchmark.load.WarmUp;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.MarkdownTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "footprint",
        description = {
            "How long ./parlance up takes, how much memory everything that it starts holds, and what a first build"
                    + " downloads.",
            "Programs are built before and in the page cache as they happen to be."
        })
public final class FootprintBenchmark implements Callable<Integer> {
    private static final double BYTES_PER_MIB = 1 << 20;

    @Mixin
    BenchmarkHarness harness;

    @Option(
            names = "--download",
            description = "also build a copy of the sources with an empty Maven repository, once, "
                    + "and report what that downloads (up to 15 minutes)")
    boolean download;

    private final BenchmarkResults whenReady = new BenchmarkResults();
    private final BenchmarkResults afterWarmUp = new BenchmarkResults();

    @Override
    public Integer call() throws InterruptedException {
        List<String> tables = new ArrayList<>();
        if (download) {
            harness.printProgress("building with an empty Maven repository");
            tables.add(buildTable(ColdBuild.measure(BenchmarkHarness.checkoutDirectory())));
        }
        tables.addFirst(harness.measure(this::measure).toMarkdown());
        tables.add(1, memoryTable());
        harness.printTables(tables);
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        figures.add("up in a new checkout (unpacks PostgreSQL), s", 1, seconds(installation.start()));
        installation.stop();
        figures.add("up --fresh, s", 1, seconds(installation.start("--fresh")));
        Map<String, Long> processes = installation.processIds();
        addMemory(processes, whenReady);
        new WarmUp(installation).run();
        addMemory(processes, afterWarmUp);
        installation.stop();
        figures.add("up with data, s", 1, seconds(installation.start()));
        harness.requireDurable(installation);
    }

    private static void addMemory(Map<String, Long> processes, BenchmarkResults figures) {
        Map<String, ProcessMemory> memory = ProcessMemory.ofInstallation(processes);
        memory.forEach((name, one) -> figures.add(name, 0, one.residentBytes() / BYTES_PER_MIB));
        ProcessMemory sum = ProcessMemory.sum(memory.values());
        figures.add("all, each for itself (RSS)", 0, sum.residentBytes() / BYTES_PER_MIB);
        figures.add("all, shared pages counted once (PSS)", 0, sum.proportionalBytes() / BYTES_PER_MIB);
    }

    private String memoryTable() {
        var table = new MarkdownTable(
                List.of("resident memory, MiB, median", "when ready", "after Japanese, English and Italian turns"));
        whenReady
                .formattedMedians()
                .forEach((process, ready) -> table.addRow(
                        List.of(process, ready, afterWarmUp.formattedMedians().get(process))));
        return table.render();
    }

    private static String buildTable(ColdBuild build) {
        var figures = new BenchmarkResults();
        figures.add("first build: Maven repository, MiB", 0, build.repositoryBytes() / BYTES_PER_MIB);
        figures.add("first build: Maven itself, MiB", 0, build.mavenBytes() / BYTES_PER_MIB);
        figures.add("first build, minutes", 1, seconds(build.duration()) / 60);
        return figures.toMarkdown();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}

package dev.parlance.benchmark.footprint;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.process.ProcessMemory;
import dev.parlance.benchmark.load.WarmUp;
import dev.parlance.benchmark.report.BenchmarkResults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "start",
        description = {
            "How long ./parlance up takes where there are data and warm files already, and how much memory all that it"
                    + " starts",
            "holds before and after it has met Japanese, English and Italian; pages that processes share count once."
        })
public final class StartBenchmark implements Callable<Integer> {
    private static final double BYTES_PER_GIB = 1L << 30;

    @Mixin
    BenchmarkHarness harness;

    @Override
    public Integer call() throws InterruptedException {
        harness.printTables(List.of(harness.measure(this::measure).toMarkdown()));
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        figures.add(
                "up in a new checkout (unpacks PostgreSQL), s",
                1,
                installation.start().toNanos() / 1e9);
        harness.requireDurable(installation);
        Map<String, Long> processes = installation.processIds();
        figures.add("memory before a language is loaded (PSS), GiB", 2, proportionalGib(processes));
        new WarmUp(installation).run();
        figures.add("memory with ja, en, it loaded (PSS), GiB", 2, proportionalGib(processes));
        installation.stop();
        figures.add("up with data, warm, s", 1, installation.start().toNanos() / 1e9);
        figures.add("memory after that, nothing loaded (PSS), GiB", 2, proportionalGib(installation.processIds()));
    }

    private static double proportionalGib(Map<String, Long> processes) {
        return ProcessMemory.sum(ProcessMemory.ofInstallation(processes).values())
                        .proportionalBytes()
                / BYTES_PER_GIB;
    }
}

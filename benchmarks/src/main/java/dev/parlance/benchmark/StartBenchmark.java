package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Memory;
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
final class StartBenchmark implements Callable<Integer> {
    private static final double GIBI = 1L << 30;

    @Mixin
    Repetition repetition;

    @Override
    public Integer call() throws InterruptedException {
        repetition.print(List.of(repetition.measure(this::measure).markdown()));
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        figures.add(
                "up in a new checkout (unpacks PostgreSQL), s",
                1,
                installation.start().toNanos() / 1e9);
        repetition.requireDurable(installation);
        Map<String, Long> processes = installation.processes();
        figures.add("memory before a language is loaded (PSS), GiB", 2, memory(processes));
        new Talk(installation).hold();
        figures.add("memory with ja, en, it loaded (PSS), GiB", 2, memory(processes));
        installation.stop();
        figures.add("up with data, warm, s", 1, installation.start().toNanos() / 1e9);
        figures.add("memory after that, nothing loaded (PSS), GiB", 2, memory(installation.processes()));
    }

    private static double memory(Map<String, Long> processes) {
        return processes.entrySet().stream()
                        // PostgreSQL starts processes of its own; so does ./parlance up, but those are here by their
                        // own names.
                        .map(process -> process.getKey().equals("postgres")
                                ? Memory.ofTree(process.getValue())
                                : Memory.of(process.getValue()))
                        .reduce(new Memory(0, 0), Memory::plus)
                        .proportional()
                / GIBI;
    }
}

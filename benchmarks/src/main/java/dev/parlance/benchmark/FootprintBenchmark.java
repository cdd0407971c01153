package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.ColdBuild;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Memory;
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
final class FootprintBenchmark implements Callable<Integer> {
    private static final double MEBI = 1 << 20;

    @Mixin
    Repetition repetition;

    @Option(
            names = "--download",
            description = "also build a copy of the sources with an empty Maven repository, once, "
                    + "and report what that downloads (up to 15 minutes)")
    boolean download;

    private final Runs whenReady = new Runs();
    private final Runs afterTalk = new Runs();

    @Override
    public Integer call() throws InterruptedException {
        List<String> tables = new ArrayList<>();
        if (download) {
            repetition.say("building with an empty Maven repository");
            tables.add(table(ColdBuild.of(Repetition.home())));
        }
        tables.addFirst(repetition.measure(this::measure).markdown());
        tables.add(1, memory());
        repetition.print(tables);
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        figures.add("up in a new checkout (unpacks PostgreSQL), s", 1, seconds(installation.start()));
        installation.stop();
        figures.add("up --fresh, s", 1, seconds(installation.start("--fresh")));
        Map<String, Long> processes = installation.processes();
        report(processes, whenReady);
        new Talk(installation).hold();
        report(processes, afterTalk);
        installation.stop();
        figures.add("up with data, s", 1, seconds(installation.start()));
        repetition.requireDurable(installation);
    }

    private static void report(Map<String, Long> processes, Runs figures) {
        var sum = new Memory(0, 0);
        for (Map.Entry<String, Long> process : processes.entrySet()) {
            // PostgreSQL starts processes of its own; so does ./parlance up, but those are here by their own names.
            Memory memory = process.getKey().equals("postgres")
                    ? Memory.ofTree(process.getValue())
                    : Memory.of(process.getValue());
            figures.add(process.getKey(), 0, memory.resident() / MEBI);
            sum = sum.plus(memory);
        }
        figures.add("all, each for itself (RSS)", 0, sum.resident() / MEBI);
        figures.add("all, shared pages counted once (PSS)", 0, sum.proportional() / MEBI);
    }

    private String memory() {
        var table = new MarkdownTable(
                List.of("resident memory, MiB, median", "when ready", "after Japanese, English and Italian turns"));
        whenReady
                .medians()
                .forEach((process, ready) ->
                        table.row(List.of(process, ready, afterTalk.medians().get(process))));
        return table.render();
    }

    private static String table(ColdBuild build) {
        var figures = new Runs();
        figures.add("first build: Maven repository, MiB", 0, build.repository() / MEBI);
        figures.add("first build: Maven itself, MiB", 0, build.maven() / MEBI);
        figures.add("first build, minutes", 1, seconds(build.time()) / 60);
        return figures.markdown();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}

package dev.parlance.benchmark;

import dev.parlance.benchmark.report.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "all",
        description = {
            "Measures ingest, end-to-end, catch-up, growth and start, one after the other, and prints all their"
                    + " tables.",
            "Close everything else: what runs beside it is measured, too."
        })
final class AllBenchmarks implements Callable<Integer> {
    private static final List<String> COMMANDS = List.of("ingest", "end-to-end", "catch-up", "growth", "start");

    @Spec
    CommandSpec spec;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "how many times (${DEFAULT-VALUE})")
    int runs;

    @Option(names = "--short", description = "seconds instead of minutes: to see that it works, not how fast")
    boolean isShort;

    @Option(
            names = "--budget",
            paramLabel = "MINUTES",
            description = "begin nothing more after so many minutes, and say what was left out")
    Integer budgetMinutes;

    @Override
    public Integer call() {
        long begun = System.nanoTime();
        var out = spec.commandLine().getOut();
        List<String> leftOut = new ArrayList<>();
        int worst = 0;
        for (String command : COMMANDS) {
            Duration gone = Duration.ofNanos(System.nanoTime() - begun);
            if (budgetMinutes != null && gone.toMinutes() >= budgetMinutes) {
                leftOut.add(command);
                continue;
            }
            out.printf("%n## %s%n%n", command);
            out.flush();
            worst = Math.max(worst, Main.commandLine().execute(arguments(command)));
        }
        if (!leftOut.isEmpty()) {
            throw Failure.failed("The time was up before: %s.".formatted(String.join(", ", leftOut)));
        }
        return worst;
    }

    private String[] arguments(String command) {
        List<String> words = new ArrayList<>(List.of(command, "--runs", Integer.toString(runs)));
        if (isShort && !command.equals("start")) {
            words.add("--short");
        }
        return words.toArray(String[]::new);
    }
}

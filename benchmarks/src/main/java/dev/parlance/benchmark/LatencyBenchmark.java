package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.load.CountedTurns;
import dev.parlance.benchmark.load.DaySummaries;
import dev.parlance.benchmark.load.Learners;
import dev.parlance.benchmark.load.Schedule;
import dev.parlance.benchmark.load.SteadyLoad;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "latency",
        description = {
            "Learners talk at a steady rate: how long after its 2xx is a turn counted in its published day?",
            "Turns are sent when they are due, whether or not earlier ones have been answered."
        })
final class LatencyBenchmark implements Callable<Integer> {
    private static final int LEARNERS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    @Mixin
    Repetition repetition;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "turns per second (${DEFAULT-VALUE})")
    double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "how long it is measured (${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "seconds of the same load before that, whose figures are dropped (${DEFAULT-VALUE}, at least 20)")
    int warmUp;

    @Override
    public Integer call() throws InterruptedException {
        if (!(rate > 0) || seconds < 1 || warmUp < 20) {
            throw Failure.usage("--rate and --seconds take a number above 0, --warm-up one from 20 on.");
        }
        var schedule = new Schedule(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        Runs figures = repetition.measure((installation, runs) -> measure(schedule, installation, runs));
        repetition.print(List.of(figures.markdown()));
        return 0;
    }

    private void measure(Schedule schedule, Installation installation, Runs figures) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        var counted = new CountedTurns();
        try (var _ = DaySummaries.watch(installation.kafka(), counted)) {
            Learners learners = Learners.meet(installation.api(), LEARNERS);
            var load = new SteadyLoad(schedule, learners, counted);
            load.send();
            if (load.refused() > 0) {
                throw Failure.failed("%d of %d turns were not accepted.".formatted(load.refused(), schedule.turns()));
            }
            awaitAll(counted);
            new LearnerDays(installation.api()).awaitTurns(learners.turnsByLearner(schedule.turns()), PATIENCE);
            report(schedule, counted.milliseconds(), load.milliseconds(), figures);
        }
    }

    private static void awaitAll(CountedTurns counted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (counted.open() > 0) {
            if (System.nanoTime() > deadline) {
                throw Failure.failed("%d turns were accepted and, %d s later, are in no published day."
                        .formatted(counted.open(), PATIENCE.toSeconds()));
            }
            Thread.sleep(LOOK);
        }
    }

    private static void report(Schedule schedule, Distribution days, Distribution puts, Runs figures) {
        figures.add("turns/s sent", 0, schedule.turnsPerSecond());
        figures.add("turns measured", 0, days.size());
        figures.add("2xx → counted in its day, p50, ms", 0, days.percentile(50));
        figures.add("2xx → counted in its day, p90, ms", 0, days.percentile(90));
        figures.add("2xx → counted in its day, p99, ms", 0, days.percentile(99));
        figures.add("2xx → counted in its day, max, ms", 0, days.max());
        figures.add("PUT of a turn, p50, ms", 1, puts.percentile(50));
        figures.add("PUT of a turn, p99, ms", 1, puts.percentile(99));
    }
}

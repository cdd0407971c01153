package dev.parlance.benchmark.throughput;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.installation.PollingWait;
import dev.parlance.benchmark.load.DaySummarySubscription;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.TurnLatencies;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.HttpResponses;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
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
public final class LatencyBenchmark implements Callable<Integer> {
    private static final int LEARNERS = 40;
    private static final int CONNECTIONS = 64;
    private static final PollingWait SUMMARY_WAIT = new PollingWait(Duration.ofSeconds(60), Duration.ofMillis(50));

    @Mixin
    BenchmarkHarness harness;

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
        BenchmarkResults figures = harness.measure(this::measure);
        harness.printTables(List.of(figures.toMarkdown()));
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        var latencies = new TurnLatencies();
        var learners = new SimulatedLearners("bench-", LEARNERS);
        var responses = new HttpResponses();
        try (var _ = DaySummarySubscription.start(installation.bootstrapServers(), latencies);
                var generator = HttpLoadGenerator.connect(installation.port("conversation"), CONNECTIONS)) {
            generator
                    .send(learners.startRequests(), LoadProfile.burst(LEARNERS))
                    .requireOnly(201);
            int turns = sendTurns(generator, learners, latencies, responses);
            SUMMARY_WAIT.await(
                    () -> latencies.countPending() == 0,
                    () -> "%d turns were accepted and, %d s later, are in no published day."
                            .formatted(
                                    latencies.countPending(),
                                    SUMMARY_WAIT.timeout().toSeconds()));
            new LearnerDays(installation.api()).awaitTurns(learners.turnsByLearner(turns), SUMMARY_WAIT.timeout());
        }
        report(latencies.milliseconds(), responses.milliseconds(), figures);
    }

    /// @return how many turns were accepted
    private int sendTurns(
            HttpLoadGenerator generator, SimulatedLearners learners, TurnLatencies latencies, HttpResponses measured) {
        LoadProfile profile = LoadProfile.openLoop(rate, Duration.ofSeconds((long) warmUp + seconds));
        long warmUpNanos = Duration.ofSeconds(warmUp).toNanos();
        var all = new HttpResponses();
        generator.send(learners.turnRequests(), profile, (number, status, due, answered) -> {
            boolean isMeasured = profile.dueNanos(number) >= warmUpNanos;
            all.add(status, due, answered);
            latencies.recordAccepted(learners.learnerId(number), answered, isMeasured);
            if (isMeasured) {
                measured.add(status, due, answered);
            }
        });
        return all.requireOnly(201).count(201);
    }

    private void report(Distribution days, Distribution puts, BenchmarkResults figures) {
        figures.add("turns/s sent", 0, rate);
        figures.add("turns measured", 0, days.size());
        figures.add("2xx → counted in its day, p50, ms", 0, days.percentile(50));
        figures.add("2xx → counted in its day, p90, ms", 0, days.percentile(90));
        figures.add("2xx → counted in its day, p99, ms", 0, days.percentile(99));
        figures.add("2xx → counted in its day, max, ms", 0, days.max());
        figures.addPercentiles("PUT of a turn", 1, puts);
    }
}

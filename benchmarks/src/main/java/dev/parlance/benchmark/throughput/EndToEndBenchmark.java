package dev.parlance.benchmark.throughput;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.harness.LearnerCount;
import dev.parlance.benchmark.harness.Profiling;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.PollingWait;
import dev.parlance.benchmark.load.DayTablePoller;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.TurnLatencies;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.HttpResponses;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.throughput.baseline.JdbcBaseline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "end-to-end",
        description = {
            "How many turns a second everything together can take for as long as one likes, no day being more than 5 s",
            "behind; and, at half of that rate, how long a turn takes until it is answered and until its day holds it."
        })
public final class EndToEndBenchmark implements Callable<Integer> {
    private static final double MAX_LAG_SECONDS = 5;
    private static final double EASY_LAG_SECONDS = 1;
    private static final double MIN_RATE_SHARE = 0.97;
    private static final int MAX_TRIES = 8;
    private static final int MAX_BURST_TURNS = 60_000;
    private static final int SAMPLED_LEARNERS = 100;
    private static final int CONNECTIONS = 64;
    private static final Duration SHORT_HOLD = Duration.ofSeconds(8);
    private static final PollingWait SUMMARY_WAIT = new PollingWait(Duration.ofMinutes(2), Duration.ofMillis(100));

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    Durations durations;

    @Mixin
    Profiling profiling;

    @Mixin
    LearnerCount learnerCount;

    @Option(
            names = "--hold",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "how long a rate must be held (${DEFAULT-VALUE})")
    int hold;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "turns a second to try first; else that of a rush while everything becomes warm")
    double firstRate;

    @Override
    public Integer call() throws InterruptedException {
        harness.printTables(List.of(harness.measure(this::measure).toMarkdown()));
        profiling.printFiles(harness);
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        Map<String, Long> processes = installation.processIds();
        var base = new JdbcBaseline(durations, learnerCount.learners);
        double plain = base.measure(installation, processes, figures);
        double sustained;
        try (var rate = new SustainedLoad(
                        installation, processes, new SimulatedLearners("steady-", learnerCount.learners));
                var _ = profiling.startRecordings(
                        installation, processes, "end-to-end", "conversation", "analysis", "summary")) {
            SustainedLoad.LoadResult all =
                    rate.send(new LoadProfile(Double.POSITIVE_INFINITY, MAX_BURST_TURNS, durations.warmUp()));
            figures.add("a rush, accepted, turns/s", 0, all.turnsPerSecond());
            figures.add("a rush, until the last turn was in its day, turns/s", 0, all.endToEndTurnsPerSecond());
            sustained =
                    searchSustainedRate(rate, firstRate > 0 ? firstRate : all.endToEndTurnsPerSecond(), plain, figures);
        }
        firstRate = sustained; // the runs after this one need not search for it
        measureAtHalfRate(sustained, installation, figures);
        base.measureAtRate(sustained / 2, installation, processes, figures);
    }

    private double searchSustainedRate(SustainedLoad rate, double start, double plain, BenchmarkResults figures)
            throws InterruptedException {
        var search = new RateSearch(start, start == firstRate);
        SustainedLoad.LoadResult held = null;
        for (int tries = 0; tries < MAX_TRIES && !search.isDone(); tries++) {
            double next = search.nextRate();
            SustainedLoad.LoadResult now = rate.send(LoadProfile.openLoop(next, hold()));
            boolean isHeld = now.refused() == 0
                    && now.maxLagSeconds() <= MAX_LAG_SECONDS
                    && now.turnsPerSecond() > next * MIN_RATE_SHARE;
            harness.printProgress("%,.0f turns/s: %,.0f accepted, %d refused, lag %.1f s: %s"
                    .formatted(
                            next,
                            now.turnsPerSecond(),
                            now.refused(),
                            now.maxLagSeconds(),
                            isHeld ? "held" : "not held"));
            if (isHeld) {
                held = now;
            }
            search.recordTry(isHeld, now.maxLagSeconds() < EASY_LAG_SECONDS);
        }
        if (held == null) {
            throw Failure.failed("No rate was held.");
        }
        figures.add("sustained, turns/s", 0, held.turnsPerSecond());
        figures.add("sustained, × base", 2, held.turnsPerSecond() / plain);
        figures.add("lag at its worst in the last sixth of the time, s", 1, held.maxLagSeconds());
        held.cpuPerTurn().addTo(figures, "sustained");
        return held.turnsPerSecond();
    }

    private void measureAtHalfRate(double sustained, Installation installation, BenchmarkResults figures)
            throws InterruptedException {
        int learners = learnerCount.learners;
        var crowd = new SimulatedLearners("half-", learners);
        int every = Math.max(1, learners / SAMPLED_LEARNERS);
        List<String> sample = IntStream.range(0, learners)
                .filter(learner -> learner % every == 0)
                .mapToObj(crowd::learnerId)
                .toList();
        var counted = new TurnLatencies();
        Duration leadIn = durations.leadIn();
        LoadProfile pace = LoadProfile.openLoop(
                sustained / 2, leadIn.plus(durations.measurement().multipliedBy(2)));
        var answers = new HttpResponses();
        try (var driver = HttpLoadGenerator.connect(installation.port("conversation"), CONNECTIONS);
                var _ = DayTablePoller.start(installation.postgres(), sample, counted)) {
            driver.send(crowd.startRequests(), LoadProfile.burst(learners)).requireOnly(201);
            driver.send(crowd.turnRequests(), pace, (number, status, due, answered) -> {
                boolean measured = pace.dueNanos(number) >= leadIn.toNanos();
                if (measured) {
                    answers.add(status, due, answered);
                }
                if (number % learners % every == 0) {
                    counted.recordAccepted(crowd.learnerId(number), answered, measured);
                }
            });
            answers.requireOnly(201);
            SUMMARY_WAIT.await(() -> counted.countPending() == 0, () -> "%d turns are in no day."
                    .formatted(counted.countPending()));
        }
        report(counted.milliseconds(), answers, figures);
    }

    private static void report(Distribution days, HttpResponses answers, BenchmarkResults figures) {
        figures.add("at half of that, turns/s", 0, answers.count(201) / answers.seconds());
        figures.addPercentiles("2xx → in its day's row", 0, days);
        figures.addPercentiles("PUT of a turn", 1, answers.milliseconds());
    }

    private Duration hold() {
        return durations.isShort ? SHORT_HOLD : Duration.ofSeconds(hold);
    }
}

package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Patience;
import dev.parlance.benchmark.load.Answers;
import dev.parlance.benchmark.load.CountedTurns;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.DayTable;
import dev.parlance.benchmark.load.HttpDriver;
import dev.parlance.benchmark.load.Pace;
import dev.parlance.benchmark.load.RateSearch;
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
final class EndToEndBenchmark implements Callable<Integer> {
    private static final double MOST_LAG = 5;
    private static final double EASE = 1;
    private static final double ALL_BUT_NOISE = 0.97;
    private static final int MOST_TRIES = 8;
    private static final int MOST_AT_ONCE = 60_000;
    private static final int SAMPLED = 100;
    private static final int CONNECTIONS = 64;
    private static final Duration SHORT_HOLD = Duration.ofSeconds(8);
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(2), Duration.ofMillis(100));

    @Mixin
    Repetition repetition;

    @Mixin
    Effort effort;

    @Mixin
    Profiling profiling;

    @Mixin
    Talkers talkers;

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
    double first;

    @Override
    public Integer call() throws InterruptedException {
        repetition.print(List.of(repetition.measure(this::measure).markdown()));
        profiling.tell(repetition);
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        Map<String, Long> processes = installation.processes();
        var base = new Base(effort, talkers.learners);
        double plain = base.measure(installation, processes, figures);
        double sustained;
        try (var rate = new SteadyRate(installation, processes, new Crowd("steady-", talkers.learners));
                var _ = profiling.record(
                        installation, processes, "end-to-end", "conversation", "analysis", "summary")) {
            SteadyRate.Held all = rate.send(new Pace(Double.POSITIVE_INFINITY, MOST_AT_ONCE, effort.warmUp()));
            figures.add("a rush, accepted, turns/s", 0, all.perSecond());
            figures.add("a rush, until the last turn was in its day, turns/s", 0, all.through());
            sustained = search(rate, first > 0 ? first : all.through(), plain, figures);
        }
        first = sustained; // the runs after this one need not search for it
        atHalfOf(sustained, installation, figures);
        base.measureAt(sustained / 2, installation, processes, figures);
    }

    private double search(SteadyRate rate, double start, double plain, Runs figures) throws InterruptedException {
        var search = new RateSearch(start, start == first);
        SteadyRate.Held held = null;
        for (int tries = 0; tries < MOST_TRIES && !search.isDone(); tries++) {
            double next = search.next();
            SteadyRate.Held now = rate.send(Pace.openLoop(next, hold()));
            boolean isHeld = now.refused() == 0 && now.worst() <= MOST_LAG && now.perSecond() > next * ALL_BUT_NOISE;
            repetition.say("%,.0f turns/s: %,.0f accepted, %d refused, lag %.1f s: %s"
                    .formatted(next, now.perSecond(), now.refused(), now.worst(), isHeld ? "held" : "not held"));
            if (isHeld) {
                held = now;
            }
            search.told(isHeld, now.worst() < EASE);
        }
        if (held == null) {
            throw Failure.failed("No rate was held.");
        }
        figures.add("sustained, turns/s", 0, held.perSecond());
        figures.add("sustained, × base", 2, held.perSecond() / plain);
        figures.add("lag at its worst in the last sixth of the time, s", 1, held.worst());
        held.cost().note(figures, "sustained");
        return held.perSecond();
    }

    private void atHalfOf(double sustained, Installation installation, Runs figures) throws InterruptedException {
        int learners = talkers.learners;
        var crowd = new Crowd("half-", learners);
        int every = Math.max(1, learners / SAMPLED);
        List<String> sample = IntStream.range(0, learners)
                .filter(learner -> learner % every == 0)
                .mapToObj(crowd::learner)
                .toList();
        var counted = new CountedTurns();
        Duration leadIn = effort.leadIn();
        Pace pace = Pace.openLoop(sustained / 2, leadIn.plus(effort.measured().multipliedBy(2)));
        var answers = new Answers();
        try (var driver = HttpDriver.connect(installation.port("conversation"), CONNECTIONS);
                var _ = DayTable.watch(installation.postgres(), sample, counted)) {
            driver.send(crowd.begin(), Pace.atOnce(learners)).requireOnly(201);
            driver.send(crowd.turns(), pace, (number, status, due, answered) -> {
                boolean measured = pace.dueNanos(number) >= leadIn.toNanos();
                if (measured) {
                    answers.add(status, due, answered);
                }
                if (number % learners % every == 0) {
                    counted.accepted(crowd.learner(number), answered, measured);
                }
            });
            answers.requireOnly(201);
            PATIENCE.await(() -> counted.open() == 0, () -> "%d turns are in no day.".formatted(counted.open()));
        }
        report(counted.milliseconds(), answers, figures);
    }

    private static void report(Distribution days, Answers answers, Runs figures) {
        figures.add("at half of that, turns/s", 0, answers.of(201) / answers.seconds());
        figures.add("2xx → in its day's row, p50, ms", 0, days.percentile(50));
        figures.add("2xx → in its day's row, p99, ms", 0, days.percentile(99));
        figures.add("PUT of a turn, p50, ms", 1, answers.milliseconds().percentile(50));
        figures.add("PUT of a turn, p99, ms", 1, answers.milliseconds().percentile(99));
    }

    private Duration hold() {
        return effort.isShort ? SHORT_HOLD : Duration.ofSeconds(hold);
    }
}

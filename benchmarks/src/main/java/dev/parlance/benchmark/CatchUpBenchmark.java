package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.CpuTime;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Flow;
import dev.parlance.benchmark.installation.Frozen;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Patience;
import dev.parlance.benchmark.load.Backlog;
import dev.parlance.benchmark.load.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "catch-up",
        description = {
            "How fast the analysis, and after it the summary, work off a topic full of turns that they have never"
                    + " seen,",
            "each alone, beside what PostgreSQL alone takes by plain JDBC in the same run."
        })
final class CatchUpBenchmark implements Callable<Integer> {
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(30), Duration.ofMillis(100));
    private static final int SHORT_TURNS = 6_000;
    private static final int TURNS_OF_EACH = 100;

    @Mixin
    Repetition repetition;

    @Mixin
    Effort effort;

    @Mixin
    Profiling profiling;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "200000",
            description = "how many are measured, 100 of each learner (${DEFAULT-VALUE}); "
                    + "half as many others come before them as a warm-up")
    int turns;

    @Override
    public Integer call() throws InterruptedException {
        if (effort.isShort) {
            turns = SHORT_TURNS;
        }
        if (turns < 2 * TURNS_OF_EACH) {
            throw Failure.usage("--turns takes a number from 200 on.");
        }
        repetition.print(List.of(repetition.measure(this::measure).markdown()));
        profiling.tell(repetition);
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        Map<String, Long> processes = installation.processes();
        int learners = turns / TURNS_OF_EACH;
        double base = new Base(effort, learners).measure(installation, processes, figures);
        try (Frozen _ = installation.freeze(processes, "conversation");
                Flow flow = installation.flow()) {
            var stages = new Stages(installation, processes, figures, base, flow);
            Frozen summary = installation.freeze(processes, "summary");
            Frozen analysis = installation.freeze(processes, "analysis");
            var backlog = new Backlog(installation.kafka());
            backlog.append(new Crowd("warm-", learners / 2), warmUp());
            backlog.append(new Crowd("late-", learners), turns);
            analysis.close();
            stages.measure("analysis", () -> flow.applied("analysis"));
            try (Frozen _ = installation.freeze(processes, "analysis")) {
                summary.close();
                stages.measure("summary", flow::counted);
            }
            describe(installation, figures);
        }
    }

    private void describe(Installation installation, Runs figures) {
        figures.add("words of a turn", 1, ofTurns(installation, "learner_words"));
        figures.add("new words of a turn", 2, ofTurns(installation, "new_words"));
    }

    private double ofTurns(Installation installation, String column) {
        return (double) installation
                        .postgres()
                        .number("select sum(%s) from summary.learner_day where learner_id like 'late-%%'"
                                .formatted(column))
                / turns;
    }

    /// Turns of other learners, who come first.
    private int warmUp() {
        return turns / TURNS_OF_EACH / 2 * TURNS_OF_EACH;
    }

    /// The services of one run, one after the other.
    private final class Stages {
        private final Installation installation;
        private final Map<String, Long> processes;
        private final Runs figures;
        private final double base;
        private final Flow flow;

        Stages(Installation installation, Map<String, Long> processes, Runs figures, double base, Flow flow) {
            this.installation = installation;
            this.processes = processes;
            this.figures = figures;
            this.base = base;
            this.flow = flow;
        }

        /// @param progress how many turns the service has behind it
        void measure(String service, LongSupplier progress) throws InterruptedException {
            long all = (long) warmUp() + turns;
            repetition.say("%s: %,d turns to warm up, %,d to measure".formatted(service, warmUp(), turns));
            await(service, progress, warmUp());
            try (var _ = profiling.record(installation, processes, "catch-up", service)) {
                CpuTime before = installation.cpu(processes);
                long begun = System.nanoTime();
                long left = all - progress.getAsLong();
                await(service, progress, all);
                double applied = (System.nanoTime() - begun) / 1e9;
                PATIENCE.await(() -> flow.isSent(service), () -> "The %s does not send all.".formatted(service));
                double sent = (System.nanoTime() - begun) / 1e9;
                CpuTime used = installation.cpu(processes).since(before);
                figures.add(service + " from zero, turns/s", 0, left / applied);
                figures.add(service + " from zero, × base", 2, left / applied / base);
                figures.add(service + " from zero until all was published, turns/s", 0, left / sent);
                new Cost(used, left).note(figures, service + " from zero");
            }
            if (progress.getAsLong() != all) {
                throw Failure.failed("Of %d turns the %s has %d.".formatted(all, service, progress.getAsLong()));
            }
        }

        private static void await(String service, LongSupplier progress, long turns) throws InterruptedException {
            PATIENCE.await(() -> progress.getAsLong() >= turns, () -> "The %s came no further than %d of %d turns."
                    .formatted(service, progress.getAsLong(), turns));
        }
    }
}

package dev.parlance.benchmark.throughput;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.harness.Profiling;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.PollingWait;
import dev.parlance.benchmark.installation.process.CpuPerTurn;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.installation.process.PausedProcesses;
import dev.parlance.benchmark.installation.storage.PipelineProgress;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.throughput.baseline.JdbcBaseline;
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
public final class CatchUpBenchmark implements Callable<Integer> {
    private static final PollingWait CATCH_UP_WAIT = new PollingWait(Duration.ofMinutes(30), Duration.ofMillis(100));
    private static final int SHORT_TURNS = 6_000;
    private static final int TURNS_PER_LEARNER = 100;

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    Durations durations;

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
        if (durations.isShort) {
            turns = SHORT_TURNS;
        }
        if (turns < 2 * TURNS_PER_LEARNER) {
            throw Failure.usage("--turns takes a number from 200 on.");
        }
        harness.printTables(List.of(harness.measure(this::measure).toMarkdown()));
        profiling.printFiles(harness);
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        Map<String, Long> processes = installation.processIds();
        int learners = turns / TURNS_PER_LEARNER;
        double base = new JdbcBaseline(durations, learners).measure(installation, processes, figures);
        try (PausedProcesses _ = installation.pause(processes, "conversation");
                PipelineProgress flow = installation.pipelineProgress()) {
            var stages = new ServiceMeasurement(installation, processes, figures, base, flow);
            PausedProcesses summary = installation.pause(processes, "summary");
            PausedProcesses analysis = installation.pause(processes, "analysis");
            var backlog = new EventBacklog(installation.bootstrapServers());
            backlog.append(new SimulatedLearners("warm-", learners / 2), warmUpTurns());
            backlog.append(new SimulatedLearners("late-", learners), turns);
            analysis.close();
            stages.measure("analysis", () -> flow.countAppliedRecords("analysis"));
            try (PausedProcesses _ = installation.pause(processes, "analysis")) {
                summary.close();
                stages.measure("summary", flow::countSummarizedTurns);
            }
            addWordFigures(installation, figures);
        }
    }

    private void addWordFigures(Installation installation, BenchmarkResults figures) {
        figures.add("words of a turn", 1, meanPerTurn(installation, "learner_words"));
        figures.add("new words of a turn", 2, meanPerTurn(installation, "new_words"));
    }

    private double meanPerTurn(Installation installation, String column) {
        return (double) installation
                        .postgres()
                        .queryLong("select sum(%s) from summary.learner_day where learner_id like 'late-%%'"
                                .formatted(column))
                / turns;
    }

    /// Turns of other learners, who come first.
    private int warmUpTurns() {
        return turns / TURNS_PER_LEARNER / 2 * TURNS_PER_LEARNER;
    }

    /// The services of one run, one after the other.
    private final class ServiceMeasurement {
        private final Installation installation;
        private final Map<String, Long> processes;
        private final BenchmarkResults figures;
        private final double baselineTurnsPerSecond;
        private final PipelineProgress pipelineProgress;

        ServiceMeasurement(
                Installation installation,
                Map<String, Long> processes,
                BenchmarkResults figures,
                double base,
                PipelineProgress flow) {
            this.installation = installation;
            this.processes = processes;
            this.figures = figures;
            this.baselineTurnsPerSecond = base;
            this.pipelineProgress = flow;
        }

        /// @param progress how many turns the service has behind it
        void measure(String service, LongSupplier progress) throws InterruptedException {
            long all = (long) warmUpTurns() + turns;
            harness.printProgress("%s: %,d turns to warm up, %,d to measure".formatted(service, warmUpTurns(), turns));
            await(service, progress, warmUpTurns());
            try (var _ = profiling.startRecordings(installation, processes, "catch-up", service)) {
                CpuTime before = installation.cpuTime(processes);
                long begun = System.nanoTime();
                long left = all - progress.getAsLong();
                await(service, progress, all);
                double applied = (System.nanoTime() - begun) / 1e9;
                CATCH_UP_WAIT.await(() -> pipelineProgress.isOutboxEmpty(service), () -> "The %s does not send all."
                        .formatted(service));
                double sent = (System.nanoTime() - begun) / 1e9;
                CpuTime used = installation.cpuTime(processes).since(before);
                figures.add(service + " from zero, turns/s", 0, left / applied);
                figures.add(service + " from zero, × base", 2, left / applied / baselineTurnsPerSecond);
                figures.add(service + " from zero until all was published, turns/s", 0, left / sent);
                new CpuPerTurn(used, left).addTo(figures, service + " from zero");
            }
            if (progress.getAsLong() != all) {
                throw Failure.failed("Of %d turns the %s has %d.".formatted(all, service, progress.getAsLong()));
            }
        }

        private static void await(String service, LongSupplier progress, long turns) throws InterruptedException {
            CATCH_UP_WAIT.await(() -> progress.getAsLong() >= turns, () -> "The %s came no further than %d of %d turns."
                    .formatted(service, progress.getAsLong(), turns));
        }
    }
}

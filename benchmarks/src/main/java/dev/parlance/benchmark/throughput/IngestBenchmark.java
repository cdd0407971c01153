package dev.parlance.benchmark.throughput;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.harness.LearnerCount;
import dev.parlance.benchmark.harness.Profiling;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.PollingWait;
import dev.parlance.benchmark.installation.process.CpuPerTurn;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.installation.process.PausedProcesses;
import dev.parlance.benchmark.installation.storage.PipelineProgress;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.HttpRequests;
import dev.parlance.benchmark.load.http.HttpResponses;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.throughput.baseline.JdbcBaseline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ingest",
        description = {
            "How many turns a second are accepted and announced, while nobody reads them yet, beside what PostgreSQL"
                    + " alone",
            "takes by plain JDBC in the same run: one turn a request over 32 and 256 connections, then 100 a request."
        })
public final class IngestBenchmark implements Callable<Integer> {
    private static final int FEW_CONNECTIONS = 32;
    private static final int MANY_CONNECTIONS = 256;
    private static final int TURNS_PER_BATCH = 100;
    private static final int STATUS_OVERLOADED = 503;
    private static final PollingWait PUBLISH_WAIT = new PollingWait(Duration.ofMinutes(5), Duration.ofMillis(100));

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    Durations durations;

    @Mixin
    Profiling profiling;

    @Mixin
    LearnerCount learnerCount;

    @Option(
            names = "--load",
            paramLabel = "LOAD",
            defaultValue = "few,many,batches",
            split = ",",
            description = "which loads: few (32 connections), many (256), batches (of 100) (${DEFAULT-VALUE})")
    Set<String> loads;

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
        double base = new JdbcBaseline(durations, learnerCount.learners).measure(installation, processes, figures);
        try (PausedProcesses _ = installation.pause(processes, "analysis", "summary");
                PipelineProgress flow = installation.pipelineProgress()) {
            new IngestRun(installation, processes, figures, base, flow).measure();
        }
    }

    /// What one run sends over HTTP.
    private final class IngestRun {
        private final Installation installation;
        private final Map<String, Long> processes;
        private final BenchmarkResults figures;
        private final double baselineTurnsPerSecond;
        private final PipelineProgress progress;
        private final SimulatedLearners learners = new SimulatedLearners("ingest-", learnerCount.learners);
        private long accepted;

        IngestRun(
                Installation installation,
                Map<String, Long> processes,
                BenchmarkResults figures,
                double base,
                PipelineProgress flow) {
            this.installation = installation;
            this.processes = processes;
            this.figures = figures;
            this.baselineTurnsPerSecond = base;
            this.progress = flow;
        }

        void measure() throws InterruptedException {
            try (var driver = connect(FEW_CONNECTIONS)) {
                driver.send(learners.startRequests(), LoadProfile.burst(learnerCount.learners))
                        .requireOnly(201);
                accepted += driver.send(learners.turnRequests(), LoadProfile.closedLoop(durations.warmUp()))
                        .requireOnly(201, STATUS_OVERLOADED)
                        .count(201);
                if (loads.contains("few")) {
                    measure("32 connections", driver, learners.turnRequests(), 201, 1);
                }
            }
            if (loads.contains("many")) {
                try (var driver = connect(MANY_CONNECTIONS)) {
                    measure("256 connections", driver, learners.turnRequests(), 201, 1);
                }
            }
            if (loads.contains("batches")) {
                try (var driver = connect(FEW_CONNECTIONS)) {
                    measure("batches of 100", driver, learners.batchRequests(TURNS_PER_BATCH), 207, TURNS_PER_BATCH);
                }
            }
            long stored = installation.postgres().queryLong("select count(*) from conversation.turn");
            if (stored != accepted) {
                throw Failure.failed("%d turns were accepted and %d are stored.".formatted(accepted, stored));
            }
        }

        private void measure(String what, HttpLoadGenerator driver, HttpRequests requests, int status, int turns)
                throws InterruptedException {
            accepted += (long) turns
                    * driver.send(requests, LoadProfile.closedLoop(durations.leadIn()))
                            .requireOnly(status, STATUS_OVERLOADED)
                            .count(status);
            HttpResponses answers;
            CpuTime used;
            try (var _ = profiling.startRecordings(installation, processes, what.replace(' ', '-'), "conversation")) {
                CpuTime before = installation.cpuTime(processes);
                answers = driver.send(requests, LoadProfile.closedLoop(durations.measurement()))
                        .requireOnly(status, STATUS_OVERLOADED);
                used = installation.cpuTime(processes).since(before);
            }
            long ended = System.nanoTime();
            long waiting = progress.countOutboxRows("conversation");
            int taken = answers.count(status) * turns;
            accepted += taken;
            figures.add(what + ", turns/s", 0, taken / answers.seconds());
            figures.add(what + ", × base", 2, taken / answers.seconds() / baselineTurnsPerSecond);
            figures.add(what + ": p50, ms", 1, answers.milliseconds().percentile(50));
            figures.add(what + ": p99, ms", 1, answers.milliseconds().percentile(99));
            figures.add(what + ": requests refused as overloaded", 0, answers.count(STATUS_OVERLOADED));
            figures.add(what + ": outbox rows that waited at the end", 0, (double) waiting);
            new CpuPerTurn(used, taken).addTo(figures, what);
            PUBLISH_WAIT.await(
                    () -> progress.isOutboxEmpty("conversation"), () -> "Turns that were accepted are not announced.");
            double announced = answers.seconds() + (System.nanoTime() - ended) / 1e9;
            figures.add(what + ": turns/s until the last was announced, too", 0, taken / announced);
        }

        private HttpLoadGenerator connect(int connections) {
            return HttpLoadGenerator.connect(installation.port("conversation"), connections);
        }
    }
}

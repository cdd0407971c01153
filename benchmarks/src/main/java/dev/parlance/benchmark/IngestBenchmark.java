package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.CpuTime;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Flow;
import dev.parlance.benchmark.installation.Frozen;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Patience;
import dev.parlance.benchmark.load.Answers;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.HttpDriver;
import dev.parlance.benchmark.load.Pace;
import dev.parlance.benchmark.load.Requests;
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
final class IngestBenchmark implements Callable<Integer> {
    private static final int FEW = 32;
    private static final int MANY = 256;
    private static final int BATCH = 100;
    private static final int OVERLOADED = 503;
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(5), Duration.ofMillis(100));

    @Mixin
    Repetition repetition;

    @Mixin
    Effort effort;

    @Mixin
    Profiling profiling;

    @Mixin
    Talkers talkers;

    @Option(
            names = "--load",
            paramLabel = "LOAD",
            defaultValue = "few,many,batches",
            split = ",",
            description = "which loads: few (32 connections), many (256), batches (of 100) (${DEFAULT-VALUE})")
    Set<String> loads;

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
        double base = new Base(effort, talkers.learners).measure(installation, processes, figures);
        try (Frozen _ = installation.freeze(processes, "analysis", "summary");
                Flow flow = installation.flow()) {
            new Ingest(installation, processes, figures, base, flow).measure();
        }
    }

    /// What one run sends over HTTP.
    private final class Ingest {
        private final Installation installation;
        private final Map<String, Long> processes;
        private final Runs figures;
        private final double base;
        private final Flow flow;
        private final Crowd crowd = new Crowd("ingest-", talkers.learners);
        private long accepted;

        Ingest(Installation installation, Map<String, Long> processes, Runs figures, double base, Flow flow) {
            this.installation = installation;
            this.processes = processes;
            this.figures = figures;
            this.base = base;
            this.flow = flow;
        }

        void measure() throws InterruptedException {
            try (var driver = driver(FEW)) {
                driver.send(crowd.begin(), Pace.atOnce(talkers.learners)).requireOnly(201);
                accepted += driver.send(crowd.turns(), Pace.closedLoop(effort.warmUp()))
                        .requireOnly(201, OVERLOADED)
                        .of(201);
                if (loads.contains("few")) {
                    measure("32 connections", driver, crowd.turns(), 201, 1);
                }
            }
            if (loads.contains("many")) {
                try (var driver = driver(MANY)) {
                    measure("256 connections", driver, crowd.turns(), 201, 1);
                }
            }
            if (loads.contains("batches")) {
                try (var driver = driver(FEW)) {
                    measure("batches of 100", driver, crowd.batches(BATCH), 207, BATCH);
                }
            }
            long stored = installation.postgres().number("select count(*) from conversation.turn");
            if (stored != accepted) {
                throw Failure.failed("%d turns were accepted and %d are stored.".formatted(accepted, stored));
            }
        }

        private void measure(String what, HttpDriver driver, Requests requests, int status, int turns)
                throws InterruptedException {
            accepted += (long) turns
                    * driver.send(requests, Pace.closedLoop(effort.leadIn()))
                            .requireOnly(status, OVERLOADED)
                            .of(status);
            Answers answers;
            CpuTime used;
            try (var _ = profiling.record(installation, processes, what.replace(' ', '-'), "conversation")) {
                CpuTime before = installation.cpu(processes);
                answers = driver.send(requests, Pace.closedLoop(effort.measured()))
                        .requireOnly(status, OVERLOADED);
                used = installation.cpu(processes).since(before);
            }
            long ended = System.nanoTime();
            long waiting = flow.waiting("conversation");
            int taken = answers.of(status) * turns;
            accepted += taken;
            figures.add(what + ", turns/s", 0, taken / answers.seconds());
            figures.add(what + ", × base", 2, taken / answers.seconds() / base);
            figures.add(what + ": p50, ms", 1, answers.milliseconds().percentile(50));
            figures.add(what + ": p99, ms", 1, answers.milliseconds().percentile(99));
            figures.add(what + ": requests refused as overloaded", 0, answers.of(OVERLOADED));
            figures.add(what + ": outbox rows that waited at the end", 0, (double) waiting);
            new Cost(used, taken).note(figures, what);
            PATIENCE.await(() -> flow.isSent("conversation"), () -> "Turns that were accepted are not announced.");
            double announced = answers.seconds() + (System.nanoTime() - ended) / 1e9;
            figures.add(what + ": turns/s until the last was announced, too", 0, taken / announced);
        }

        private HttpDriver driver(int connections) {
            return HttpDriver.connect(installation.port("conversation"), connections);
        }
    }
}

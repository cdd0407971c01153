package dev.parlance.benchmark.throughput.growth;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.PollingWait;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.installation.process.PausedProcesses;
import dev.parlance.benchmark.installation.storage.PipelineProgress;
import dev.parlance.benchmark.load.DayTablePoller;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.TurnLatencies;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.HttpResponses;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.report.MarkdownTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "growth",
        description = {
            "Whether a turn, and the recompute of its day, take longer when millions of turns are stored: the same"
                    + " load",
            "on the same installation before and after, several times each. Needs some 4 KB of disk a turn."
        })
public final class GrowthBenchmark implements Callable<Integer> {
    private static final int MAX_ROUNDS = 3;
    private static final int LEARNERS_PER_ROUND = 6; // in each round
    private static final int LEARNERS = 2 * MAX_ROUNDS * LEARNERS_PER_ROUND;
    private static final int DAYS = 5;
    private static final int SHORT_COPIES = 9;
    private static final int CONNECTIONS = 16;
    private static final long BYTES_PER_TURN = 6_000; // with the logs of PostgreSQL
    private static final PollingWait SUMMARY_WAIT = new PollingWait(Duration.ofMinutes(10), Duration.ofMillis(100));

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    Durations durations;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "stored turns beside which 10,000 are nothing (${DEFAULT-VALUE})")
    int turns;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "turns a second while it is measured (${DEFAULT-VALUE})")
    double rate;

    private final BenchmarkResults before = new BenchmarkResults();
    private final BenchmarkResults after = new BenchmarkResults();

    @Override
    public Integer call() throws InterruptedException {
        if (harness.runs > MAX_ROUNDS) {
            throw Failure.usage("--runs takes no more than 3 here.");
        }
        try (var installation = harness.newInstallation()) {
            measure(installation);
        }
        harness.printTables(List.of(table()));
        return 0;
    }

    private void measure(Installation installation) throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        Map<String, Long> processes = installation.processIds();
        SeedData seed = SeedData.of(LEARNERS, DAYS);
        requireDiskSpace(installation);
        seed.send(installation.api());
        var other = new SimulatedLearners("warm-", LEARNERS_PER_ROUND * DAYS);
        try (var flow = installation.pipelineProgress()) {
            await(flow, seed.countTurns());
            try (var driver = connect(installation)) {
                driver.send(other.startRequests(), LoadProfile.burst(other.size()))
                        .requireOnly(201);
                driver.send(other.turnRequests(), LoadProfile.openLoop(rate, durations.warmUp()))
                        .requireOnly(201);
            }
            measureRounds(
                    installation,
                    processes,
                    before,
                    round -> seed.simulatedLearners(round * LEARNERS_PER_ROUND, LEARNERS_PER_ROUND));
            long stored = countStoredTurns(installation);
            int copies = durations.isShort ? SHORT_COPIES : (int) Math.max(1, turns / stored - 1);
            harness.printProgress("copying %,d turns %,d times".formatted(stored, copies));
            try (PausedProcesses _ = installation.pause(processes, "conversation", "analysis", "summary")) {
                new RowCopies(installation.postgres()).add(copies);
            }
            try (var driver = connect(installation)) {
                driver.send(other.turnRequests(), LoadProfile.openLoop(rate, durations.leadIn()))
                        .requireOnly(201);
            }
            measureRounds(
                    installation,
                    processes,
                    after,
                    round -> seed.simulatedLearnersOfCopy(
                            1 + copies * round / harness.runs,
                            LEARNERS / 2 + round * LEARNERS_PER_ROUND,
                            LEARNERS_PER_ROUND));
        }
    }

    /// The learners of a round: neither they nor the originals of their copies have turns today.
    private interface LearnersByRound {
        SimulatedLearners ofRound(int round);
    }

    private void measureRounds(
            Installation installation, Map<String, Long> processes, BenchmarkResults figures, LearnersByRound talkers)
            throws InterruptedException {
        figures.add("turns stored", 0, (double) countStoredTurns(installation));
        figures.add("database, MiB", 0, (double)
                installation.postgres().queryLong("select pg_database_size(current_database()) / 1048576"));
        for (int round = 0; round < harness.runs; round++) {
            measureRound(installation, processes, figures, talkers.ofRound(round));
        }
    }

    private void measureRound(
            Installation installation, Map<String, Long> processes, BenchmarkResults figures, SimulatedLearners crowd)
            throws InterruptedException {
        var counted = new TurnLatencies();
        var answers = new HttpResponses();
        List<String> learners = IntStream.range(0, crowd.size())
                .mapToObj(crowd::learnerId)
                .distinct()
                .toList();
        CpuTime used;
        try (var driver = connect(installation);
                var _ = DayTablePoller.start(installation.postgres(), learners, counted)) {
            CpuTime start = installation.cpuTime(processes);
            driver.send(
                    crowd.turnRequests(),
                    LoadProfile.openLoop(rate, durations.measurement()),
                    (number, status, due, answered) -> {
                        answers.add(status, due, answered);
                        counted.recordAccepted(crowd.learnerId(number), answered, true);
                    });
            answers.requireOnly(201);
            SUMMARY_WAIT.await(() -> counted.countPending() == 0, () -> "%d turns are in no day."
                    .formatted(counted.countPending()));
            used = installation.cpuTime(processes).since(start);
        }
        Distribution days = counted.milliseconds();
        figures.addPercentiles("PUT of a turn", 2, answers.milliseconds());
        figures.addPercentiles("2xx → in its day's row", 1, days);
        figures.add("CPU of PostgreSQL, µs a turn", 0, used.secondsOf("postgres") * 1e6 / answers.count(201));
    }

    private String table() {
        var table = new MarkdownTable(List.of("median of %d rounds".formatted(harness.runs), "few", "many", "×"));
        Map<String, Double> few = before.medianValues();
        after.medianValues()
                .forEach((name, many) -> table.addRow(List.of(
                        name,
                        before.formattedMedians().get(name),
                        after.formattedMedians().get(name),
                        String.format(Locale.ROOT, "%.2f", many / few.get(name)))));
        return table.render();
    }

    private static long countStoredTurns(Installation installation) {
        return installation.postgres().queryLong("select count(*) from conversation.turn");
    }

    private void requireDiskSpace(Installation installation) {
        long needed = durations.isShort ? 0 : turns * BYTES_PER_TURN;
        long free = installation.logs().toFile().getUsableSpace();
        if (free < needed) {
            throw Failure.usage("%,d turns need some %,d MiB of disk, and %,d are free: fewer with --turns."
                    .formatted(turns, needed >> 20, free >> 20));
        }
    }

    private static void await(PipelineProgress flow, long turns) throws InterruptedException {
        SUMMARY_WAIT.await(() -> flow.countSummarizedTurns() == turns, () -> "%d of %d turns are counted."
                .formatted(flow.countSummarizedTurns(), turns));
    }

    private static HttpLoadGenerator connect(Installation installation) {
        return HttpLoadGenerator.connect(installation.port("conversation"), CONNECTIONS);
    }
}

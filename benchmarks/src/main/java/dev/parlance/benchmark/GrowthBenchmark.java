package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.growth.Copies;
import dev.parlance.benchmark.growth.Seed;
import dev.parlance.benchmark.installation.CpuTime;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Flow;
import dev.parlance.benchmark.installation.Frozen;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Patience;
import dev.parlance.benchmark.load.Answers;
import dev.parlance.benchmark.load.CountedTurns;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.DayTable;
import dev.parlance.benchmark.load.HttpDriver;
import dev.parlance.benchmark.load.Pace;
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
final class GrowthBenchmark implements Callable<Integer> {
    private static final int MOST_ROUNDS = 3;
    private static final int TALKING = 6; // in each round
    private static final int LEARNERS = 2 * MOST_ROUNDS * TALKING;
    private static final int DAYS = 5;
    private static final int SHORT_COPIES = 9;
    private static final int CONNECTIONS = 16;
    private static final long BYTES_A_TURN = 6_000; // with the logs of PostgreSQL
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofMillis(100));

    @Mixin
    Repetition repetition;

    @Mixin
    Effort effort;

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

    private final Runs before = new Runs();
    private final Runs after = new Runs();

    @Override
    public Integer call() throws InterruptedException {
        if (repetition.runs > MOST_ROUNDS) {
            throw Failure.usage("--runs takes no more than 3 here.");
        }
        try (var installation = repetition.installation()) {
            measure(installation);
        }
        repetition.print(List.of(table()));
        return 0;
    }

    private void measure(Installation installation) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        Map<String, Long> processes = installation.processes();
        Seed seed = Seed.of(LEARNERS, DAYS);
        requireSpace(installation);
        seed.send(installation.api());
        var other = new Crowd("warm-", TALKING * DAYS);
        try (var flow = installation.flow()) {
            await(flow, seed.turns());
            try (var driver = driver(installation)) {
                driver.send(other.begin(), Pace.atOnce(other.size())).requireOnly(201);
                driver.send(other.turns(), Pace.openLoop(rate, effort.warmUp())).requireOnly(201);
            }
            rounds(installation, processes, before, round -> seed.crowd(round * TALKING, TALKING));
            long stored = stored(installation);
            int copies = effort.isShort ? SHORT_COPIES : (int) Math.max(1, turns / stored - 1);
            repetition.say("copying %,d turns %,d times".formatted(stored, copies));
            try (Frozen _ = installation.freeze(processes, "conversation", "analysis", "summary")) {
                new Copies(installation.postgres()).add(copies);
            }
            try (var driver = driver(installation)) {
                driver.send(other.turns(), Pace.openLoop(rate, effort.leadIn())).requireOnly(201);
            }
            rounds(
                    installation,
                    processes,
                    after,
                    round -> seed.crowdOfCopy(
                            1 + copies * round / repetition.runs, LEARNERS / 2 + round * TALKING, TALKING));
        }
    }

    /// Who talks in a round: learners who have said nothing today, neither they nor those whom they are copies of.
    private interface Talkers {
        Crowd of(int round);
    }

    private void rounds(Installation installation, Map<String, Long> processes, Runs figures, Talkers talkers)
            throws InterruptedException {
        figures.add("turns stored", 0, (double) stored(installation));
        figures.add("database, MiB", 0, (double)
                installation.postgres().number("select pg_database_size(current_database()) / 1048576"));
        for (int round = 0; round < repetition.runs; round++) {
            round(installation, processes, figures, talkers.of(round));
        }
    }

    private void round(Installation installation, Map<String, Long> processes, Runs figures, Crowd crowd)
            throws InterruptedException {
        var counted = new CountedTurns();
        var answers = new Answers();
        List<String> learners = IntStream.range(0, crowd.size())
                .mapToObj(crowd::learner)
                .distinct()
                .toList();
        CpuTime used;
        try (var driver = driver(installation);
                var _ = DayTable.watch(installation.postgres(), learners, counted)) {
            CpuTime start = installation.cpu(processes);
            driver.send(crowd.turns(), Pace.openLoop(rate, effort.measured()), (number, status, due, answered) -> {
                answers.add(status, due, answered);
                counted.accepted(crowd.learner(number), answered, true);
            });
            answers.requireOnly(201);
            PATIENCE.await(() -> counted.open() == 0, () -> "%d turns are in no day.".formatted(counted.open()));
            used = installation.cpu(processes).since(start);
        }
        Distribution days = counted.milliseconds();
        figures.add("PUT of a turn, p50, ms", 2, answers.milliseconds().percentile(50));
        figures.add("PUT of a turn, p99, ms", 2, answers.milliseconds().percentile(99));
        figures.add("2xx → in its day's row, p50, ms", 1, days.percentile(50));
        figures.add("2xx → in its day's row, p99, ms", 1, days.percentile(99));
        figures.add("CPU of PostgreSQL, µs a turn", 0, used.of("postgres") * 1e6 / answers.of(201));
    }

    private String table() {
        var table = new MarkdownTable(List.of("median of %d rounds".formatted(repetition.runs), "few", "many", "×"));
        Map<String, Double> few = before.values();
        after.values()
                .forEach((name, many) -> table.row(List.of(
                        name,
                        before.medians().get(name),
                        after.medians().get(name),
                        String.format(Locale.ROOT, "%.2f", many / few.get(name)))));
        return table.render();
    }

    private static long stored(Installation installation) {
        return installation.postgres().number("select count(*) from conversation.turn");
    }

    private void requireSpace(Installation installation) {
        long needed = effort.isShort ? 0 : turns * BYTES_A_TURN;
        long free = installation.logs().toFile().getUsableSpace();
        if (free < needed) {
            throw Failure.usage("%,d turns need some %,d MiB of disk, and %,d are free: fewer with --turns."
                    .formatted(turns, needed >> 20, free >> 20));
        }
    }

    private static void await(Flow flow, long turns) throws InterruptedException {
        PATIENCE.await(
                () -> flow.counted() == turns, () -> "%d of %d turns are counted.".formatted(flow.counted(), turns));
    }

    private static HttpDriver driver(Installation installation) {
        return HttpDriver.connect(installation.port("conversation"), CONNECTIONS);
    }
}

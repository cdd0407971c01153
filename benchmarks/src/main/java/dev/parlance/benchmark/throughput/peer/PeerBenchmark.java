package dev.parlance.benchmark.throughput.peer;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.harness.LearnerCount;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.process.PausedProcesses;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.throughput.baseline.JdbcBaseline;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "peer",
        description = {
            "The same job done by others: turns are taken in and announced by conversation-service, then by an"
                    + " application of",
            "Spring Boot and Spring Modulith (benchmarks/peer), each alone, beside what PostgreSQL alone takes by plain"
                    + " JDBC in",
            "the same run. Builds the peer when that is missing: only then is anything of Spring downloaded."
        })
public final class PeerBenchmark implements Callable<Integer> {
    private static final int STATUS_OVERLOADED = 503;
    private static final int STATUS_FAILED = 500;

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    Durations durations;

    @Mixin
    LearnerCount learnerCount;

    @Option(
            names = "--pool",
            paramLabel = "N",
            defaultValue = "32",
            description = "connections of the peer to its database (${DEFAULT-VALUE}, as many as the base has)")
    int poolSize;

    private Path jar;

    @Override
    public Integer call() throws InterruptedException {
        if (poolSize < 1) {
            throw Failure.usage("--pool takes a number above 0.");
        }
        harness.printProgress("building the peer, if it is not built");
        jar = new PeerJar(BenchmarkHarness.checkoutDirectory())
                .requireBuilt(!"never".equals(System.getenv("PARLANCE_BUILD")));
        harness.printTables(List.of(harness.measure(this::measure).toMarkdown()));
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        Map<String, Long> processes = new LinkedHashMap<>(installation.processIds());
        double base = new JdbcBaseline(durations, learnerCount.learners).measure(installation, processes, figures);
        try (PausedProcesses _ = installation.pause(processes, "analysis", "summary")) {
            var arrivals = new PublishedTurns("parlance.turn-recorded.v1", Clock.systemUTC());
            try (var _ = arrivals.subscribe(installation.bootstrapServers(), "parlance.conversation-events")) {
                var parlance = new ComparedService(
                        "conversation-service",
                        installation.port("conversation"),
                        Set.of(STATUS_OVERLOADED),
                        () -> installation.postgres().queryLong("select count(*) from conversation.turn"),
                        arrivals);
                runComparison(parlance, installation, processes, base, figures);
            }
        }
        try (PausedProcesses _ = installation.pause(processes, "conversation", "analysis", "summary");
                var peer = PeerProcess.start(installation, jar, poolSize)) {
            var arrivals = new PublishedTurns("", Clock.systemUTC());
            processes.put("peer", peer.pid());
            try (var _ = arrivals.subscribe(installation.bootstrapServers(), PeerProcess.TOPIC)) {
                var other = new ComparedService(
                        "peer",
                        peer.port(),
                        Set.of(STATUS_OVERLOADED, STATUS_FAILED),
                        () -> peer.postgres().queryLong("select count(*) from turn"),
                        arrivals);
                runComparison(other, installation, processes, base, figures);
            }
        }
    }

    private void runComparison(
            ComparedService contender,
            Installation installation,
            Map<String, Long> processes,
            double base,
            BenchmarkResults figures)
            throws InterruptedException {
        harness.printProgress(contender.name());
        installation.postgres().execute("checkpoint");
        new PeerComparison(
                        contender,
                        learnerCount.learners,
                        durations,
                        base,
                        () -> installation.cpuTime(processes),
                        figures)
                .run();
    }
}

package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Frozen;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.peer.Arrivals;
import dev.parlance.benchmark.peer.Contender;
import dev.parlance.benchmark.peer.Peer;
import dev.parlance.benchmark.peer.PeerJar;
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
final class PeerBenchmark implements Callable<Integer> {
    private static final int OVERLOADED = 503;
    private static final int FAILED = 500;

    @Mixin
    Repetition repetition;

    @Mixin
    Effort effort;

    @Mixin
    Talkers talkers;

    @Option(
            names = "--pool",
            paramLabel = "N",
            defaultValue = "32",
            description = "connections of the peer to its database (${DEFAULT-VALUE}, as many as the base has)")
    int pool;

    private Path jar;

    @Override
    public Integer call() throws InterruptedException {
        if (pool < 1) {
            throw Failure.usage("--pool takes a number above 0.");
        }
        repetition.say("building the peer, if it is not built");
        jar = new PeerJar(Repetition.home()).built(!"never".equals(System.getenv("PARLANCE_BUILD")));
        repetition.print(List.of(repetition.measure(this::measure).markdown()));
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        Map<String, Long> processes = new LinkedHashMap<>(installation.processes());
        double base = new Base(effort, talkers.learners).measure(installation, processes, figures);
        try (Frozen _ = installation.freeze(processes, "analysis", "summary")) {
            var arrivals = new Arrivals("parlance.turn-recorded.v1", Clock.systemUTC());
            try (var _ = arrivals.watch(installation.kafka(), "parlance.conversation-events")) {
                var parlance = new Contender(
                        "conversation-service",
                        installation.port("conversation"),
                        Set.of(OVERLOADED),
                        () -> installation.postgres().number("select count(*) from conversation.turn"),
                        arrivals);
                hold(parlance, installation, processes, base, figures);
            }
        }
        try (Frozen _ = installation.freeze(processes, "conversation", "analysis", "summary");
                var peer = Peer.start(installation, jar, pool)) {
            var arrivals = new Arrivals("", Clock.systemUTC());
            processes.put("peer", peer.pid());
            try (var _ = arrivals.watch(installation.kafka(), Peer.TOPIC)) {
                var other = new Contender(
                        "peer",
                        peer.port(),
                        Set.of(OVERLOADED, FAILED),
                        () -> peer.postgres().number("select count(*) from turn"),
                        arrivals);
                hold(other, installation, processes, base, figures);
            }
        }
    }

    private void hold(
            Contender contender, Installation installation, Map<String, Long> processes, double base, Runs figures)
            throws InterruptedException {
        repetition.say(contender.name());
        installation.postgres().execute("checkpoint");
        new Contest(contender, talkers.learners, effort, base, () -> installation.cpu(processes), figures).hold();
    }
}

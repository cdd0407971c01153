package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.CpuTime;
import dev.parlance.benchmark.installation.Heap;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Patience;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.HttpDriver;
import dev.parlance.benchmark.load.LiveListeners;
import dev.parlance.benchmark.load.LiveTurns;
import dev.parlance.benchmark.load.NotedTurns;
import dev.parlance.benchmark.load.Pace;
import dev.parlance.benchmark.load.PatientTurns;
import dev.parlance.benchmark.load.SentTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "live",
        description = {
            "Everybody listens: how long after its 2xx are a turn's words and highlights on the live stream, what do the",
            "open streams cost, and is anything lost while conversation and analysis are killed once each?"
        })
final class LiveBenchmark implements Callable<Integer> {
    private static final int CONNECTIONS = 64;
    private static final double MEBI = 1 << 20;
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(2), Duration.ofMillis(100));
    private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(6);
    private static final String RECORDED = "parlance.conversation-events";
    private static final String ANALYSED = "parlance.analysis-events";
    private static final List<String> VICTIMS = List.of("conversation", "analysis");

    @Mixin
    Repetition repetition;

    @Mixin
    Effort effort;

    @Mixin
    Profiling profiling;

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "2000",
            description = "learners who talk, each with an open stream (${DEFAULT-VALUE})")
    int streams;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "590",
            description = "turns a second: half of what end-to-end sustains (${DEFAULT-VALUE})")
    double rate;

    @Option(
            names = "--rate-of-deaths",
            paramLabel = "N",
            defaultValue = "100",
            description = "turns a second while services are killed (${DEFAULT-VALUE})")
    double rateOfDeaths;

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
        var crowd = new Crowd("live-", streams);
        var turns = new LiveTurns();
        try (var driver = HttpDriver.connect(installation.port("conversation"), CONNECTIONS)) {
            driver.send(crowd.begin(), Pace.atOnce(streams)).requireOnly(201);
            listening(installation, processes, crowd, turns, driver, figures);
        }
    }

    private void listening(
            Installation installation,
            Map<String, Long> processes,
            Crowd crowd,
            LiveTurns turns,
            HttpDriver driver,
            Runs figures)
            throws InterruptedException {
        long pid = processes.get("conversation");
        Path logs = installation.logs();
        long before = Heap.live(pid, logs);
        long begun = System.nanoTime();
        var listeners = new LiveListeners(
                installation.port("conversation"),
                IntStream.range(0, streams).mapToObj(crowd::learner).toList(),
                turns);
        try (listeners) {
            PATIENCE.await(() -> listeners.open() == streams, () -> "%d of %d streams are open."
                    .formatted(listeners.open(), streams));
            figures.add("streams open", 0, listeners.open());
            figures.add("opening them all, s", 1, (System.nanoTime() - begun) / 1e9);
            atRate(installation, processes, crowd, turns, driver, figures);
            figures.add("heap of conversation in use before, MiB", 0, before / MEBI);
            figures.add("heap in use with the streams, after the load, MiB", 0, Heap.live(pid, logs) / MEBI);
            figures.add("heap that it may take, MiB", 0, Heap.largest(pid, logs) / MEBI);
            dying(installation, processes, crowd, turns, listeners);
        }
        figures.add("turns accepted in all", 0, turns.accepted());
        figures.add("streams resumed while conversation and analysis died", 0, listeners.resumed());
        figures.add("turns or words never heard", 0, turns.open());
        figures.add("turns heard twice", 0, turns.repeated());
        figures.add("gaps in the ids", 0, listeners.gaps());
        figures.add("resets", 0, listeners.resets());
    }

    private void atRate(
            Installation installation,
            Map<String, Long> processes,
            Crowd crowd,
            LiveTurns turns,
            HttpDriver driver,
            Runs figures)
            throws InterruptedException {
        Duration leadIn = effort.warmUp();
        Pace pace = Pace.openLoop(rate, leadIn.plus(effort.measured()));
        var noted = new NotedTurns(crowd);
        var refused = new AtomicInteger();
        CpuTime used = installation.cpu(processes);
        try (var _ = profiling.record(installation, processes, "live", "conversation")) {
            driver.send(noted, pace, (number, status, _, answered) -> {
                String id = noted.id(number);
                if (status == 201) {
                    turns.accepted(id, answered, pace.dueNanos(number) >= leadIn.toNanos());
                } else {
                    refused.incrementAndGet();
                }
            });
        }
        var cost = new Cost(installation.cpu(processes).since(used), turns.accepted());
        awaitAll(turns);
        figures.add("turns/s", 0, rate);
        figures.add("turns refused", 0, refused.get());
        figures.add("2xx → words on the stream, p50, ms", 0, turns.untilWords().percentile(50));
        figures.add("2xx → words on the stream, p99, ms", 0, turns.untilWords().percentile(99));
        figures.add("turns with a highlight", 0, turns.untilHighlight().size());
        figures.add(
                "2xx → highlight on the stream, p50, ms",
                0,
                turns.untilHighlight().percentile(50));
        figures.add(
                "2xx → highlight on the stream, p99, ms",
                0,
                turns.untilHighlight().percentile(99));
        divide(turns, installation.kafka(), figures);
        cost.note(figures, "live");
    }

    /// On the way from the 2xx to the words.
    private static void divide(LiveTurns turns, String kafka, Runs figures) {
        Map<String, Long> recorded = SentTimes.on(RECORDED, kafka);
        Map<String, Long> analysed = SentTimes.on(ANALYSED, kafka);
        figures.add(
                "2xx → sent by conversation, p50, ms",
                0,
                turns.untilSent(recorded).percentile(50));
        figures.add(
                "sent by conversation → sent by analysis, p50, ms",
                0,
                turns.between(recorded, analysed).percentile(50));
        figures.add(
                "sent by analysis → words on the stream, p50, ms",
                0,
                turns.sinceSent(analysed).percentile(50));
    }

    /// The supervising process starts again what was killed.
    private void dying(
            Installation installation,
            Map<String, Long> processes,
            Crowd crowd,
            LiveTurns turns,
            LiveListeners listeners)
            throws InterruptedException {
        try (var patient = new PatientTurns(installation.api(), crowd, turns)) {
            patient.start(rateOfDeaths);
            for (String victim : VICTIMS) {
                Thread.sleep(BETWEEN_DEATHS);
                ProcessHandle.of(processes.get(victim)).ifPresent(ProcessHandle::destroyForcibly);
                repetition.say("killed " + victim);
                Thread.sleep(BETWEEN_DEATHS);
                PATIENCE.await(() -> listeners.open() == streams, () -> "%d of %d streams are open again."
                        .formatted(listeners.open(), streams));
            }
            patient.stop();
            PATIENCE.await(() -> patient.open() == 0, () -> "%d turns are not accepted.".formatted(patient.open()));
        }
        awaitAll(turns);
    }

    private static void awaitAll(LiveTurns turns) throws InterruptedException {
        PATIENCE.await(() -> turns.open() == 0, () -> "%d turns were not heard.".formatted(turns.open()));
    }
}

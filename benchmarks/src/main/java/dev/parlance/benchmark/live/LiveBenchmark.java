package dev.parlance.benchmark.live;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.harness.Profiling;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.PollingWait;
import dev.parlance.benchmark.installation.process.CpuPerTurn;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.installation.process.JvmHeap;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.BenchmarkResults;
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
public final class LiveBenchmark implements Callable<Integer> {
    private static final int CONNECTIONS = 64;
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final PollingWait EVENT_WAIT = new PollingWait(Duration.ofMinutes(2), Duration.ofMillis(100));
    private static final Duration KILL_INTERVAL = Duration.ofSeconds(6);
    private static final String CONVERSATION_TOPIC = "parlance.conversation-events";
    private static final String ANALYSIS_TOPIC = "parlance.analysis-events";
    private static final List<String> KILLED_SERVICES = List.of("conversation", "analysis");

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    Durations durations;

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
    double rateDuringKills;

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
        var crowd = new SimulatedLearners("live-", streams);
        var turns = new LiveLatencies();
        try (var driver = HttpLoadGenerator.connect(installation.port("conversation"), CONNECTIONS)) {
            driver.send(crowd.startRequests(), LoadProfile.burst(streams)).requireOnly(201);
            measureWithStreams(installation, processes, crowd, turns, driver, figures);
        }
    }

    private void measureWithStreams(
            Installation installation,
            Map<String, Long> processes,
            SimulatedLearners crowd,
            LiveLatencies turns,
            HttpLoadGenerator driver,
            BenchmarkResults figures)
            throws InterruptedException {
        long pid = processes.get("conversation");
        Path logs = installation.logs();
        long before = JvmHeap.liveBytes(pid, logs);
        long begun = System.nanoTime();
        var listeners = new LiveStreamConnections(
                installation.port("conversation"),
                IntStream.range(0, streams).mapToObj(crowd::learnerId).toList(),
                turns);
        try (listeners) {
            EVENT_WAIT.await(() -> listeners.openStreams() == streams, () -> "%d of %d streams are open."
                    .formatted(listeners.openStreams(), streams));
            figures.add("streams open", 0, listeners.openStreams());
            figures.add("opening them all, s", 1, (System.nanoTime() - begun) / 1e9);
            measureAtRate(installation, processes, crowd, turns, driver, figures);
            figures.add("heap of conversation in use before, MiB", 0, before / BYTES_PER_MIB);
            figures.add(
                    "heap in use with the streams, after the load, MiB",
                    0,
                    JvmHeap.liveBytes(pid, logs) / BYTES_PER_MIB);
            figures.add("heap that it may take, MiB", 0, JvmHeap.maxBytes(pid, logs) / BYTES_PER_MIB);
            measureDuringKills(installation, processes, crowd, turns, listeners);
        }
        figures.add("turns accepted in all", 0, turns.countAccepted());
        figures.add("streams resumed while conversation and analysis died", 0, listeners.countResumed());
        figures.add("turns or words never heard", 0, turns.countPending());
        figures.add("turns heard twice", 0, turns.countRepeated());
        figures.add("gaps in the ids", 0, listeners.countGaps());
        figures.add("resets", 0, listeners.countResets());
    }

    private void measureAtRate(
            Installation installation,
            Map<String, Long> processes,
            SimulatedLearners crowd,
            LiveLatencies turns,
            HttpLoadGenerator driver,
            BenchmarkResults figures)
            throws InterruptedException {
        Duration leadIn = durations.warmUp();
        LoadProfile pace = LoadProfile.openLoop(rate, leadIn.plus(durations.measurement()));
        var noted = new TrackedTurnRequests(crowd);
        var refused = new AtomicInteger();
        CpuTime used = installation.cpuTime(processes);
        try (var _ = profiling.startRecordings(installation, processes, "live", "conversation")) {
            driver.send(noted, pace, (number, status, _, answered) -> {
                String id = noted.takeId(number);
                if (status == 201) {
                    turns.recordAccepted(id, answered, pace.dueNanos(number) >= leadIn.toNanos());
                } else {
                    refused.incrementAndGet();
                }
            });
        }
        var cost = new CpuPerTurn(installation.cpuTime(processes).since(used), turns.countAccepted());
        awaitAll(turns);
        figures.add("turns/s", 0, rate);
        figures.add("turns refused", 0, refused.get());
        figures.addPercentiles("2xx → words on the stream", 0, turns.wordsLatency());
        figures.add("turns with a highlight", 0, turns.highlightLatency().size());
        figures.addPercentiles("2xx → highlight on the stream", 0, turns.highlightLatency());
        addStageLatencies(turns, installation.bootstrapServers(), figures);
        cost.addTo(figures, "live");
    }

    /// On the way from the 2xx to the words.
    private static void addStageLatencies(LiveLatencies turns, String kafka, BenchmarkResults figures) {
        Map<String, Long> recorded = PublishTimes.read(CONVERSATION_TOPIC, kafka);
        Map<String, Long> analysed = PublishTimes.read(ANALYSIS_TOPIC, kafka);
        figures.add(
                "2xx → sent by conversation, p50, ms",
                0,
                turns.publishLatency(recorded).percentile(50));
        figures.add(
                "sent by conversation → sent by analysis, p50, ms",
                0,
                turns.latencyBetween(recorded, analysed).percentile(50));
        figures.add(
                "sent by analysis → words on the stream, p50, ms",
                0,
                turns.deliveryLatency(analysed).percentile(50));
    }

    /// The supervising process starts again what was killed.
    private void measureDuringKills(
            Installation installation,
            Map<String, Long> processes,
            SimulatedLearners crowd,
            LiveLatencies turns,
            LiveStreamConnections listeners)
            throws InterruptedException {
        try (var patient = new RetriedTurns(installation.api(), crowd, turns)) {
            patient.start(rateDuringKills);
            for (String victim : KILLED_SERVICES) {
                Thread.sleep(KILL_INTERVAL);
                ProcessHandle.of(processes.get(victim)).ifPresent(ProcessHandle::destroyForcibly);
                harness.printProgress("killed " + victim);
                Thread.sleep(KILL_INTERVAL);
                EVENT_WAIT.await(() -> listeners.openStreams() == streams, () -> "%d of %d streams are open again."
                        .formatted(listeners.openStreams(), streams));
            }
            patient.stop();
            EVENT_WAIT.await(() -> patient.countPending() == 0, () -> "%d turns are not accepted."
                    .formatted(patient.countPending()));
        }
        awaitAll(turns);
    }

    private static void awaitAll(LiveLatencies turns) throws InterruptedException {
        EVENT_WAIT.await(
                () -> turns.countPending() == 0, () -> "%d turns were not heard.".formatted(turns.countPending()));
    }
}

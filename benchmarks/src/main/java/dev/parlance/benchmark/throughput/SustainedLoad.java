package dev.parlance.benchmark.throughput;

import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.PollingWait;
import dev.parlance.benchmark.installation.process.CpuPerTurn;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.installation.storage.PipelineProgress;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.LoadProfile;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Sends turns over 32 connections to a whole installation and samples twice a second how many are in their days.
final class SustainedLoad implements AutoCloseable {
    private static final int CONNECTIONS = 32;
    private static final Duration SAMPLE_INTERVAL = Duration.ofMillis(500);
    private static final PollingWait SUMMARY_WAIT = new PollingWait(Duration.ofMinutes(20), Duration.ofMillis(100));

    private final Installation installation;
    private final Map<String, Long> processes;
    private final SimulatedLearners learners;
    private final PipelineProgress progress;
    private final HttpLoadGenerator generator;
    private final AtomicLong accepted = new AtomicLong();

    /// @param turnsPerSecond turns that were accepted
    /// @param maxLagSeconds     the same at its worst in the last sixth of the time
    /// @param endToEndTurnsPerSecond   turns per second from the first request until the last turn was in its day
    record LoadResult(
            double turnsPerSecond,
            double maxLagSeconds,
            double endToEndTurnsPerSecond,
            int refused,
            CpuPerTurn cpuPerTurn) {}

    SustainedLoad(Installation installation, Map<String, Long> processes, SimulatedLearners crowd) {
        this.installation = installation;
        this.processes = processes;
        this.learners = crowd;
        this.progress = installation.pipelineProgress();
        this.generator = HttpLoadGenerator.connect(installation.port("conversation"), CONNECTIONS);
        generator.send(crowd.startRequests(), LoadProfile.burst(crowd.size())).requireOnly(201);
    }

    /// Sends at this pace and waits afterwards until all is counted.
    LoadResult send(LoadProfile pace) throws InterruptedException {
        var lag = new LagSamples();
        var refused = new AtomicInteger();
        CpuTime before = installation.cpuTime(processes);
        long already = accepted.get();
        long begun = System.nanoTime();
        Thread looker = Thread.ofPlatform().name("lag").start(() -> sampleLag(lag, begun, already));
        generator.send(learners.turnRequests(), pace, (_, status, _, _) -> {
            if (status == 201) {
                accepted.incrementAndGet();
            } else {
                refused.incrementAndGet();
            }
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        looker.interrupt();
        looker.join();
        lag.add(seconds, accepted.get() - already, progress.countSummarizedTurns() - already);
        long turns = accepted.get() - already;
        var cost = new CpuPerTurn(installation.cpuTime(processes).since(before), turns);
        SUMMARY_WAIT.await(
                () -> progress.countSummarizedTurns() == accepted.get(),
                () -> "%d turns were accepted and %d are counted."
                        .formatted(accepted.get(), progress.countSummarizedTurns()));
        double through = (System.nanoTime() - begun) / 1e9;
        return new LoadResult(
                turns / seconds, lag.maxSecondsSince(seconds * 5 / 6), turns / through, refused.get(), cost);
    }

    private void sampleLag(LagSamples lag, long begun, long already) {
        try {
            while (true) {
                long now = accepted.get() - already;
                lag.add(
                        (System.nanoTime() - begun) / 1e9,
                        now,
                        Math.min(now, progress.countSummarizedTurns() - already));
                Thread.sleep(SAMPLE_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the load has ended
        }
    }

    @Override
    public void close() {
        generator.close();
        progress.close();
    }
}

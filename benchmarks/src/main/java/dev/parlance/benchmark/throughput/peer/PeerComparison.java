package dev.parlance.benchmark.throughput.peer;

import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.installation.process.CpuPerTurn;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.HttpResponses;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Distribution;
import dev.parlance.benchmark.report.Failure;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What one contender accepts, and what of that reaches its topic meanwhile. Before each figure all that was accepted
/// has been published, so a backlog is that of the measured time.
final class PeerComparison {
    private static final int STATUS_ACCEPTED = 201;
    private static final int FEW_CONNECTIONS = 32;
    private static final int MANY_CONNECTIONS = 256;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
    /// Nothing for so long, and nothing comes any more: a publication that failed waits for a restart.
    private static final Duration QUIET_PERIOD = Duration.ofSeconds(10);

    private final ComparedService service;
    private final Durations durations;
    private final double baselineTurnsPerSecond;
    private final Supplier<CpuTime> cpuTime;
    private final BenchmarkResults figures;
    private final SimulatedLearners learners;
    private long accepted;
    private long unpublished;

    /// @param base plain transactions a second
    /// @param cpu  used so far
    PeerComparison(
            ComparedService contender,
            int learners,
            Durations effort,
            double base,
            Supplier<CpuTime> cpu,
            BenchmarkResults figures) {
        this.service = contender;
        this.durations = effort;
        this.baselineTurnsPerSecond = base;
        this.cpuTime = cpu;
        this.figures = figures;
        this.learners = new SimulatedLearners(contender.name() + "-", learners);
    }

    void run() throws InterruptedException {
        IdempotencyCheck.require(service);
        accepted = 1;
        awaitPublished();
        if (service.publishedTurns().count() != accepted) {
            throw Failure.failed("%s published %d turns of one."
                    .formatted(service.name(), service.publishedTurns().count()));
        }
        try (var driver = HttpLoadGenerator.connect(service.port(), FEW_CONNECTIONS)) {
            driver.send(learners.startRequests(), LoadProfile.burst(learners.size()))
                    .requireOnly(STATUS_ACCEPTED);
            measure(driver, FEW_CONNECTIONS, durations.warmUp());
        }
        try (var driver = HttpLoadGenerator.connect(service.port(), MANY_CONNECTIONS)) {
            measure(driver, MANY_CONNECTIONS, durations.leadIn());
        }
        long stored = service.storedTurns().getAsLong();
        if (stored < accepted) {
            throw Failure.failed("%s accepted %d turns and stored %d.".formatted(service.name(), accepted, stored));
        }
    }

    private void measure(HttpLoadGenerator driver, int connections, Duration before) throws InterruptedException {
        send(driver, before);
        awaitPublished();
        service.publishedTurns().takeMilliseconds(); // those until now
        long unpublishedBefore = unpublished;
        long publishedBefore = service.publishedTurns().count();
        CpuTime cpuBefore = cpuTime.get();
        HttpResponses answers = send(driver, durations.measurement());
        long published = service.publishedTurns().count() - publishedBefore;
        long ended = System.nanoTime();
        CpuTime used = cpuTime.get().since(cpuBefore);
        awaitPublished();
        var what = "%s, %d connections".formatted(service.name(), connections);
        addRates(what, answers, published);
        figures.add(what + ": s until the last of them was", 1, lastArrivalSecondsAfter(ended));
        figures.add(what + ": never published by itself", 0, (double) unpublished - unpublishedBefore);
        figures.add(what + ": requests refused or failed", 0, answers.countOther(STATUS_ACCEPTED));
        addLatencies(what + ": PUT", answers.milliseconds());
        addLatencies(
                what + ": recorded → on the topic", service.publishedTurns().takeMilliseconds());
        new CpuPerTurn(used, answers.count(STATUS_ACCEPTED)).addTo(figures, what);
    }

    private void addRates(String what, HttpResponses answers, long published) {
        int taken = answers.count(STATUS_ACCEPTED);
        double seconds = answers.seconds();
        figures.add(what + ": accepted/s", 0, taken / seconds);
        figures.add(what + ": accepted, × base", 2, taken / seconds / baselineTurnsPerSecond);
        figures.add(what + ": published/s meanwhile", 0, published / seconds);
        figures.add(what + ": published meanwhile, × base", 2, published / seconds / baselineTurnsPerSecond);
        figures.add(what + ": accepted and not published at the end", 0, (double) taken - published);
    }

    private HttpResponses send(HttpLoadGenerator driver, Duration time) {
        Integer[] known = Stream.concat(Stream.of(STATUS_ACCEPTED), service.refusalStatuses().stream())
                .toArray(Integer[]::new);
        HttpResponses answers = driver.send(learners.turnRequests(), LoadProfile.closedLoop(time))
                .requireOnly(known);
        accepted += answers.count(STATUS_ACCEPTED);
        return answers;
    }

    /// Until all that was accepted has come, or nothing comes any more.
    private void awaitPublished() throws InterruptedException {
        long begun = System.nanoTime();
        while (service.publishedTurns().count() < accepted - unpublished) {
            if (System.nanoTime() - Math.max(begun, service.publishedTurns().lastArrivalNanos())
                    > QUIET_PERIOD.toNanos()) {
                unpublished = accepted - service.publishedTurns().count();
            }
            Thread.sleep(POLL_INTERVAL);
        }
    }

    private double lastArrivalSecondsAfter(long ended) {
        return Math.max(0, service.publishedTurns().lastArrivalNanos() - ended) / 1e9;
    }

    private void addLatencies(String what, Distribution milliseconds) {
        if (milliseconds.size() > 0) {
            figures.addPercentiles(what, 1, milliseconds);
        }
    }
}

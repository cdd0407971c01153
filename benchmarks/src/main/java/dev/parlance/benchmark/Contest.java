package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Distribution;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.CpuTime;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.load.Answers;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.HttpDriver;
import dev.parlance.benchmark.load.Pace;
import dev.parlance.benchmark.peer.Contender;
import dev.parlance.benchmark.peer.SameJob;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What one contender accepts, and what of that reaches its topic meanwhile. Before each figure all that was accepted
/// has been published, so a backlog is that of the measured time.
final class Contest {
    private static final int ACCEPTED = 201;
    private static final int FEW = 32;
    private static final int MANY = 256;
    private static final Duration LOOK = Duration.ofMillis(20);
    /// Nothing for so long, and nothing comes any more: a publication that failed waits for a restart.
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Contender contender;
    private final Effort effort;
    private final double base;
    private final Supplier<CpuTime> cpu;
    private final Runs figures;
    private final Crowd crowd;
    private long accepted;
    private long unpublished;

    /// @param base plain transactions a second
    /// @param cpu  used so far
    Contest(Contender contender, int learners, Effort effort, double base, Supplier<CpuTime> cpu, Runs figures) {
        this.contender = contender;
        this.effort = effort;
        this.base = base;
        this.cpu = cpu;
        this.figures = figures;
        this.crowd = new Crowd(contender.name() + "-", learners);
    }

    void hold() throws InterruptedException {
        SameJob.require(contender);
        accepted = 1;
        awaitPublished();
        if (contender.arrivals().count() != accepted) {
            throw Failure.failed("%s published %d turns of one."
                    .formatted(contender.name(), contender.arrivals().count()));
        }
        try (var driver = HttpDriver.connect(contender.port(), FEW)) {
            driver.send(crowd.begin(), Pace.atOnce(crowd.size())).requireOnly(ACCEPTED);
            measure(driver, FEW, effort.warmUp());
        }
        try (var driver = HttpDriver.connect(contender.port(), MANY)) {
            measure(driver, MANY, effort.leadIn());
        }
        long stored = contender.stored().getAsLong();
        if (stored < accepted) {
            throw Failure.failed("%s accepted %d turns and stored %d.".formatted(contender.name(), accepted, stored));
        }
    }

    private void measure(HttpDriver driver, int connections, Duration before) throws InterruptedException {
        send(driver, before);
        awaitPublished();
        contender.arrivals().milliseconds(); // those until now
        long unpublishedBefore = unpublished;
        long publishedBefore = contender.arrivals().count();
        CpuTime cpuBefore = cpu.get();
        Answers answers = send(driver, effort.measured());
        long published = contender.arrivals().count() - publishedBefore;
        long ended = System.nanoTime();
        CpuTime used = cpu.get().since(cpuBefore);
        awaitPublished();
        var what = "%s, %d connections".formatted(contender.name(), connections);
        noteRates(what, answers, published);
        figures.add(what + ": s until the last of them was", 1, since(ended));
        figures.add(what + ": never published by itself", 0, (double) unpublished - unpublishedBefore);
        figures.add(what + ": requests refused or failed", 0, answers.others(ACCEPTED));
        note(what + ": PUT", answers.milliseconds());
        note(what + ": recorded → on the topic", contender.arrivals().milliseconds());
        new Cost(used, answers.of(ACCEPTED)).note(figures, what);
    }

    private void noteRates(String what, Answers answers, long published) {
        int taken = answers.of(ACCEPTED);
        double seconds = answers.seconds();
        figures.add(what + ": accepted/s", 0, taken / seconds);
        figures.add(what + ": accepted, × base", 2, taken / seconds / base);
        figures.add(what + ": published/s meanwhile", 0, published / seconds);
        figures.add(what + ": published meanwhile, × base", 2, published / seconds / base);
        figures.add(what + ": accepted and not published at the end", 0, (double) taken - published);
    }

    private Answers send(HttpDriver driver, Duration time) {
        Integer[] known = Stream.concat(Stream.of(ACCEPTED), contender.refusals().stream())
                .toArray(Integer[]::new);
        Answers answers = driver.send(crowd.turns(), Pace.closedLoop(time)).requireOnly(known);
        accepted += answers.of(ACCEPTED);
        return answers;
    }

    /// Until all that was accepted has come, or nothing comes any more.
    private void awaitPublished() throws InterruptedException {
        long begun = System.nanoTime();
        while (contender.arrivals().count() < accepted - unpublished) {
            if (System.nanoTime() - Math.max(begun, contender.arrivals().last()) > QUIET.toNanos()) {
                unpublished = accepted - contender.arrivals().count();
            }
            Thread.sleep(LOOK);
        }
    }

    private double since(long ended) {
        return Math.max(0, contender.arrivals().last() - ended) / 1e9;
    }

    private void note(String what, Distribution milliseconds) {
        if (milliseconds.size() > 0) {
            figures.add(what + ", p50, ms", 1, milliseconds.percentile(50));
            figures.add(what + ", p99, ms", 1, milliseconds.percentile(99));
        }
    }
}

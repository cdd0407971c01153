package dev.parlance.benchmark;

import dev.parlance.benchmark.base.PlainTransactions;
import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.CpuTime;
import dev.parlance.benchmark.installation.Frozen;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.Pace;
import java.util.Map;

/// What every rate is measured against: PostgreSQL of the same run, with nothing in front of it and nothing beside it.
record Base(Effort effort, int learners) {

    /// Plain transactions per second; the services are frozen meanwhile.
    double measure(Installation installation, Map<String, Long> processes, Runs figures) throws InterruptedException {
        try (Frozen _ = installation.freeze(processes, "conversation", "analysis", "summary");
                var plain = PlainTransactions.prepare(installation.postgres(), new Crowd("base-", learners))) {
            plain.run(Pace.closedLoop(effort.warmUp().dividedBy(4)));
            CpuTime before = installation.cpu(processes);
            var measured = plain.run(Pace.closedLoop(effort.measured()));
            CpuTime used = installation.cpu(processes).since(before);
            figures.add("base: plain transactions, 32 threads, turns/s", 0, measured.perSecond());
            figures.add("base: p50, ms", 1, measured.milliseconds().percentile(50));
            figures.add("base: p99, ms", 1, measured.milliseconds().percentile(99));
            new Cost(used, measured.turns()).note(figures, "base");
            return measured.perSecond();
        }
    }

    /// Milliseconds of a plain transaction when they come at this rate and nothing else runs.
    void measureAt(double perSecond, Installation installation, Map<String, Long> processes, Runs figures)
            throws InterruptedException {
        try (Frozen _ = installation.freeze(processes, "conversation", "analysis", "summary");
                var plain = PlainTransactions.prepare(installation.postgres(), new Crowd("base-", learners))) {
            plain.run(Pace.openLoop(perSecond, effort.leadIn()));
            var measured = plain.run(Pace.openLoop(perSecond, effort.measured()));
            figures.add(
                    "base: plain transactions at that rate, p50, ms",
                    1,
                    measured.milliseconds().percentile(50));
            figures.add(
                    "base: plain transactions at that rate, p99, ms",
                    1,
                    measured.milliseconds().percentile(99));
        }
    }
}

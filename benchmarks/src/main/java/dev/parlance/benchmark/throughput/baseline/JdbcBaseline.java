package dev.parlance.benchmark.throughput.baseline;

import dev.parlance.benchmark.harness.Durations;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.process.CpuPerTurn;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.installation.process.PausedProcesses;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.http.LoadProfile;
import dev.parlance.benchmark.report.BenchmarkResults;
import java.util.Map;

/// What every rate is measured against: PostgreSQL of the same run, with nothing in front of it and nothing beside it.
public record JdbcBaseline(Durations durations, int learners) {

    /// Plain transactions per second; the services are frozen meanwhile.
    public double measure(Installation installation, Map<String, Long> processes, BenchmarkResults figures)
            throws InterruptedException {
        try (PausedProcesses _ = installation.pause(processes, "conversation", "analysis", "summary");
                var plain = BaselineTransactions.prepare(
                        installation.postgres(), new SimulatedLearners("base-", learners))) {
            plain.run(LoadProfile.closedLoop(durations.warmUp().dividedBy(4)));
            CpuTime before = installation.cpuTime(processes);
            var measured = plain.run(LoadProfile.closedLoop(durations.measurement()));
            CpuTime used = installation.cpuTime(processes).since(before);
            figures.add("base: plain transactions, 32 threads, turns/s", 0, measured.turnsPerSecond());
            figures.add("base: p50, ms", 1, measured.milliseconds().percentile(50));
            figures.add("base: p99, ms", 1, measured.milliseconds().percentile(99));
            new CpuPerTurn(used, measured.turns()).addTo(figures, "base");
            return measured.turnsPerSecond();
        }
    }

    /// Milliseconds of a plain transaction when they come at this rate and nothing else runs.
    public void measureAtRate(
            double perSecond, Installation installation, Map<String, Long> processes, BenchmarkResults figures)
            throws InterruptedException {
        try (PausedProcesses _ = installation.pause(processes, "conversation", "analysis", "summary");
                var plain = BaselineTransactions.prepare(
                        installation.postgres(), new SimulatedLearners("base-", learners))) {
            plain.run(LoadProfile.openLoop(perSecond, durations.leadIn()));
            var measured = plain.run(LoadProfile.openLoop(perSecond, durations.measurement()));
            figures.addPercentiles("base: plain transactions at that rate", 1, measured.milliseconds());
        }
    }
}

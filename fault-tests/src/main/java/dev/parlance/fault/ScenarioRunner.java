package dev.parlance.fault;

import dev.parlance.fault.check.CheckResult;
import dev.parlance.fault.cluster.TestCluster;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.report.ScenarioResult;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.run.Scale;
import dev.parlance.platform.host.PlatformFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Runs scenarios, each on a world of its own or all on the same one.
///
/// @param artifactDirectory where the ledger and the logs of a run that failed are kept
public record ScenarioRunner(Scale scale, long seed, String commit, Path artifactDirectory, PrintStream progress) {
    private static final CheckResult NOTHING_CHECKED = new CheckResult(List.of(), 0, 0, 0, 0);

    /// On a new world.
    public ScenarioResult run(FaultScenario scenario) {
        try (var cluster =
                TestCluster.start(SmallDisks.directory(), scenario.jvmOptions(), scenario.needsObjectStore())) {
            ScenarioResult result = run(scenario, cluster);
            if (!result.passed()) {
                cluster.copyLogs(artifactDirectory.resolve(scenario.id()));
            }
            return result;
        }
    }

    /// All on the same world, to save the time of starting one for each.
    public List<ScenarioResult> runTogether(List<FaultScenario> scenarios) {
        List<ScenarioResult> results = new ArrayList<>();
        try (var cluster = TestCluster.start(Optional.empty(), List.of())) {
            scenarios.forEach(scenario -> results.add(run(scenario, cluster)));
            if (!results.stream().allMatch(ScenarioResult::passed)) {
                cluster.copyLogs(artifactDirectory.resolve("together"));
            }
        }
        return results;
    }

    /// On a world that others have used, or will.
    public ScenarioResult run(FaultScenario scenario, TestCluster cluster) {
        progress.printf("%s %s (%s, seed %d)%n", scenario.id(), scenario.title(), scale, seed);
        long begun = System.nanoTime();
        Path ledger = artifactDirectory.resolve(scenario.id()).resolve("ledger.jsonl");
        try (var run = new FaultRun(scenario, cluster, scale, seed, ledger, progress)) {
            List<String> failures = new ArrayList<>();
            CheckResult verdict = NOTHING_CHECKED;
            try {
                scenario.run(run);
                verdict = run.checkInvariants();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add("interrupted");
            } catch (PlatformFailure e) {
                failures.add(e.getMessage().lines().findFirst().orElse("a part did not start"));
            } catch (Exception e) {
                failures.add(e.getMessage() == null ? e.toString() : e.getMessage());
                verdict = checkAfterFailure(run, verdict);
            }
            failures.addAll(run.failures());
            ScenarioResult result =
                    result(scenario, run, verdict, failures, Duration.ofNanos(System.nanoTime() - begun));
            failures.forEach(failure -> progress.printf("  %s FAILED: %s%n", scenario.id(), failure));
            progress.printf(
                    "  %s %s after %d s, %d turns accepted, %d lost, %d doubled, %d duplicate deliveries%n",
                    scenario.id(),
                    result.passed() ? "passed" : "FAILED",
                    result.seconds(),
                    result.accepted(),
                    result.lost(),
                    result.doubled(),
                    result.duplicates());
            return result;
        }
    }

    /// A run that broke off still says what was lost, if it can.
    private static CheckResult checkAfterFailure(FaultRun run, CheckResult otherwise) {
        try {
            return run.checkInvariants();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    private ScenarioResult result(
            FaultScenario scenario, FaultRun run, CheckResult verdict, List<String> failures, Duration duration) {
        var history = run.history();
        var findings = run.findings();
        List<String> notes = new ArrayList<>(findings.notes());
        notes.add(("attempts: %d × 2xx, %d × 4xx, %d × 503, %d × other 5xx,"
                        + " %d without an answer, %d closed, %d not connected")
                .formatted(
                        history.count(Outcome.ACCEPTED),
                        history.count(Outcome.REFUSED),
                        history.count(Outcome.UNAVAILABLE),
                        history.count(Outcome.FAILED),
                        history.count(Outcome.UNKNOWN),
                        history.count(Outcome.CLOSED),
                        history.count(Outcome.NOT_CONNECTED)));
        return new ScenarioResult(
                scenario.id(),
                scenario.title(),
                scenario.promise(),
                scenario.command(scale),
                scale.name().toLowerCase(Locale.ROOT),
                seed,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                commit,
                duration.toSeconds(),
                failures,
                findings.proofs(),
                notes,
                findings.faults(),
                verdict.accepted(),
                verdict.lost(),
                verdict.doubled(),
                verdict.duplicates(),
                findings.longestRecovery().toMillis(),
                findings.drained().toMillis());
    }
}

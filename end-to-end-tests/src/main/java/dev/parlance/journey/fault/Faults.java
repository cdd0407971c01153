package dev.parlance.journey.fault;

import dev.parlance.journey.fault.check.Verdict;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.report.Result;
import dev.parlance.journey.fault.world.World;
import dev.parlance.platform.PlatformFailure;
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
/// @param kept where the ledger and the logs of a run that failed are kept
public record Faults(Scale scale, long seed, String commit, Path kept, PrintStream progress) {
    private static final Verdict NONE = new Verdict(List.of(), 0, 0, 0, 0);

    /// On a new world.
    public Result run(FaultScenario scenario) {
        try (var world = World.start(SmallDisks.here(), scenario.options(), scenario.withStore())) {
            Result result = run(scenario, world);
            if (!result.passed()) {
                world.keepLogs(kept.resolve(scenario.id()));
            }
            return result;
        }
    }

    /// All on the same world, to save the time of starting one for each.
    public List<Result> together(List<FaultScenario> scenarios) {
        List<Result> results = new ArrayList<>();
        try (var world = World.start(Optional.empty(), List.of())) {
            scenarios.forEach(scenario -> results.add(run(scenario, world)));
            if (!results.stream().allMatch(Result::passed)) {
                world.keepLogs(kept.resolve("together"));
            }
        }
        return results;
    }

    /// On a world that others have used, or will.
    public Result run(FaultScenario scenario, World world) {
        progress.printf("%s %s (%s, seed %d)%n", scenario.id(), scenario.title(), scale, seed);
        long begun = System.nanoTime();
        Path ledger = kept.resolve(scenario.id()).resolve("ledger.jsonl");
        try (var run = new FaultRun(scenario, world, scale, seed, ledger, progress)) {
            List<String> failures = new ArrayList<>();
            Verdict verdict = NONE;
            try {
                scenario.run(run);
                verdict = run.verdict();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add("interrupted");
            } catch (PlatformFailure e) {
                failures.add(e.getMessage().lines().findFirst().orElse("a part did not start"));
            } catch (Exception e) {
                failures.add(e.getMessage() == null ? e.toString() : e.getMessage());
                verdict = lastWord(run, verdict);
            }
            failures.addAll(run.failures());
            Result result = result(scenario, run, verdict, failures, Duration.ofNanos(System.nanoTime() - begun));
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
    private static Verdict lastWord(FaultRun run, Verdict otherwise) {
        try {
            return run.verdict();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    private Result result(
            FaultScenario scenario, FaultRun run, Verdict verdict, List<String> failures, Duration duration) {
        var history = run.history();
        var findings = run.findings();
        List<String> notes = new ArrayList<>(findings.notes());
        notes.add("attempts: %d × 2xx, %d × 4xx, %d × 503, %d × other 5xx, %d without an answer, %d not connected"
                .formatted(
                        history.count(Outcome.ACCEPTED),
                        history.count(Outcome.REFUSED),
                        history.count(Outcome.UNAVAILABLE),
                        history.count(Outcome.FAILED),
                        history.count(Outcome.UNKNOWN),
                        history.count(Outcome.NOT_CONNECTED)));
        return new Result(
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

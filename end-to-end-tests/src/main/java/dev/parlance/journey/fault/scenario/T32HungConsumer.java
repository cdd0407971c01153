package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.time.Duration;

/// A reader hangs in the middle of a batch while everything that it needs is there.
public final class T32HungConsumer implements FaultScenario {
    private static final Duration TIME_TO_BARK = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T32";
    }

    @Override
    public String title() {
        return "hung consumer";
    }

    @Override
    public String promise() {
        return "a thread of a reader hangs in a batch for good: its liveness, and no other, goes down soon after the"
                + " watchdog's patience (here 20 s), and the restart that follows finishes the batch once";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.standardLoad();
        for (Kind kind : new Kind[] {Kind.ANALYSIS, Kind.SUMMARY}) {
            Instance victim = run.world().first(kind);
            run.fault("a batch of %s hangs".formatted(kind.module()));
            victim.kill();
            victim.launch(
                    "-Dquarkus.profile=faults",
                    "-Dparlance.failpoints.hang.mid-batch=3",
                    "-Dparlance.watchdog.patience=20s");
            victim.expectDeath(); // as far as the run's own watch is concerned
            var _ = Until.holds("the batch hangs", TIME_TO_BARK, () -> victim.logged("event=failpoint-hang") > 0);
            run.require(
                    victim.status("/q/health/live") == 200, "liveness went down before the watchdog's patience ended");
            Duration took =
                    Until.holds("liveness goes down", TIME_TO_BARK, () -> victim.status("/q/health/live") == 503);
            run.note("%s: liveness went down after %.1f s".formatted(kind.module(), took.toMillis() / 1e3));
            run.proof(
                    "%s says which partition is stuck".formatted(kind.module()), victim.logged("event=stuck-consumer"));
            victim.kill();
            victim.start();
            run.recovered("the restart");
        }
        run.settle(Duration.ofSeconds(60));
    }
}

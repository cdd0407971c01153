package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import java.time.Duration;

/// A service that reads dies: one of two instances, then both, then the last at each place between its effects.
final class ReaderDies {
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private ReaderDies() {}

    static void run(FaultRun run, Kind kind) throws InterruptedException {
        Instance one = run.world().first(kind);
        Instance other = run.world().prepare(kind);
        other.start();
        run.standardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            run.pass(MOMENT);
            Harm.killAndRestart(run, one);
            run.recovered("the death of one of two");
            run.pass(MOMENT);
            both(run, one, other);
            run.recovered("the death of both");
        }
        run.world().remove(other);
        for (String failpoint : new String[] {"mid-batch", "after-db-commit-before-ack", "after-send-before-delete"}) {
            run.pass(MOMENT);
            Harm.dieAt(run, one, failpoint, 3);
            run.recovered("a halt at " + failpoint);
        }
        run.settle(Duration.ofSeconds(60));
        run.expectDuplicates();
    }

    private static void both(FaultRun run, Instance one, Instance other) {
        run.fault("kill -9 both instances of " + one.kind().module());
        one.kill();
        other.kill();
        run.proof("instances that died", (one.isAlive() ? 0 : 1) + (other.isAlive() ? 0 : 1));
        one.launch();
        other.launch();
        one.awaitReady();
        other.awaitReady();
    }
}

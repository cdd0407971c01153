package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.proxy.ChaosProxy;
import dev.parlance.journey.fault.proxy.CommitSeen;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.time.Duration;

/// The database has committed and its answer is lost: nobody can know, so everybody asks again.
public final class T11CommitUnknown implements FaultScenario {
    @Override
    public String id() {
        return "T11";
    }

    @Override
    public String title() {
        return "commit unknown";
    }

    @Override
    public String promise() {
        return "the connection cut after COMMIT and before its answer, 200 times: each retry under the same id is one"
                + " row";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        int wanted = run.scale().pick(10, 200);
        run.standardLoad();
        run.pass(Duration.ofSeconds(2));
        for (Kind kind : Kind.values()) {
            int cuts = kind == Kind.CONVERSATION ? wanted : wanted / 10;
            ChaosProxy wire = run.world().databaseWire(kind);
            run.fault("%d connections of %s cut after COMMIT".formatted(cuts, kind.module()));
            int before = wire.cuts();
            wire.cutWhen(CommitSeen::new, cuts);
            var _ = Until.holds(
                    "%d commits of %s without an answer".formatted(cuts, kind.module()),
                    Duration.ofMinutes(5),
                    () -> wire.cuts() - before >= cuts);
            run.proof("commits of %s whose answer was lost".formatted(kind.module()), wire.cuts() - before);
            run.recovered("the cuts");
        }
        run.settle(Duration.ofSeconds(60));
        run.proof(
                "turns that were stored although nobody could know it, found on retry",
                run.history().keptUnheard());
    }
}

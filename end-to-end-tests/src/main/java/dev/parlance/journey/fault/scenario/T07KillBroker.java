package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.check.Tables;
import dev.parlance.platform.Part;
import java.time.Duration;

/// The broker dies and stays away for a while; nobody who talks should notice.
public final class T07KillBroker implements FaultScenario {
    @Override
    public String id() {
        return "T07";
    }

    @Override
    public String title() {
        return "kill the broker";
    }

    @Override
    public String promise() {
        return "kill -9 three times, 30 s down each: every turn is answered 2xx at its first attempt, all drained"
                + " within 90 s";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.standardLoad();
        for (int kill = 0; kill < run.scale().pick(1, 3); kill++) {
            run.pass(run.scale().seconds(2, 5));
            long pid = run.world().process(Part.KAFKA).pid();
            Duration down = run.scale().seconds(5, 30);
            run.fault("kill -9 the broker, %d s down".formatted(down.toSeconds()));
            run.world().process(Part.KAFKA).kill();
            run.pass(down);
            run.proof(
                    "process of the broker that died (pid %d)".formatted(pid),
                    run.world().process(Part.KAFKA).isAlive() ? 0 : 1);
            run.proof("outbox rows that wait for the broker", Tables.waiting(run.checker()));
            run.world().restart(Part.KAFKA);
            run.recovered("the broker's return");
        }
        run.settle(run.scale().seconds(240, 90));
        run.requireAllAccepted();
    }
}

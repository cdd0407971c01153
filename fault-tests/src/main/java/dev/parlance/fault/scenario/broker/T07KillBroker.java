package dev.parlance.fault.scenario.broker;

import dev.parlance.fault.check.ServiceTables;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.part.Part;
import java.time.Duration;

/// The broker is killed and stays down for a while; clients that send turns must not notice.
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
        run.startStandardLoad();
        for (int kill = 0; kill < run.scale().pick(1, 3); kill++) {
            run.sleep(run.scale().seconds(2, 5));
            long pid = run.cluster().process(Part.KAFKA).pid();
            Duration down = run.scale().seconds(5, 30);
            run.recordFault("kill -9 the broker, %d s down".formatted(down.toSeconds()));
            run.cluster().process(Part.KAFKA).kill();
            run.sleep(down);
            run.recordProof(
                    "process of the broker that died (pid %d)".formatted(pid),
                    run.cluster().process(Part.KAFKA).isAlive() ? 0 : 1);
            run.recordProof("outbox rows that wait for the broker", ServiceTables.countOutboxRows(run.readOnlySql()));
            run.cluster().restart(Part.KAFKA);
            run.awaitRecovery("the broker's return");
        }
        run.drain(run.scale().seconds(240, 90));
        run.requireAllAccepted();
    }
}

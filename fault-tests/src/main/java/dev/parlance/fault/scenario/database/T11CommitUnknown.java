package dev.parlance.fault.scenario.database;

import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.network.ChaosProxy;
import dev.parlance.fault.network.CommitTrigger;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import java.time.Duration;

/// The database has committed and its answer is lost: clients cannot know the outcome and send again.
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
        run.startStandardLoad();
        run.sleep(Duration.ofSeconds(2));
        for (Service service : Service.values()) {
            int cuts = service == Service.CONVERSATION ? wanted : wanted / 10;
            ChaosProxy wire = run.cluster().databaseProxy(service);
            run.recordFault("%d connections of %s cut after COMMIT".formatted(cuts, service.module()));
            int before = wire.cuts();
            wire.cutWhen(CommitTrigger::new, cuts);
            var _ = Polling.await(
                    "%d commits of %s without an answer".formatted(cuts, service.module()),
                    Duration.ofMinutes(5),
                    () -> wire.cuts() - before >= cuts);
            run.recordProof("commits of %s whose answer was lost".formatted(service.module()), wire.cuts() - before);
            run.awaitRecovery("the cuts");
        }
        run.drain(Duration.ofSeconds(60));
        run.recordProof(
                "turns that were stored although nobody could know it, found on retry",
                run.history().storedUnacknowledged());
    }
}

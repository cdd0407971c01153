package dev.parlance.fault.scenario.service;

import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.util.List;

/// The service that gives its word dies: between a turn's commit and its answer, between sending an event and
/// forgetting it, and whenever it likes.
public final class T03KillConversation implements FaultScenario {
    private static final List<String> FAILPOINTS =
            List.of("after-turn-commit-before-answer", "after-send-before-delete", "after-db-commit-before-ack");

    @Override
    public String id() {
        return "T03";
    }

    @Override
    public String title() {
        return "kill conversation-service";
    }

    @Override
    public String promise() {
        return "10 kills at random moments and one at each failpoint: I1 to I7, and a retry under the same id is the"
                + " same turn";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.startStandardLoad();
        ServiceProcess victim = run.cluster().first(Service.CONVERSATION);
        for (String failpoint : FAILPOINTS.subList(0, run.scale().pick(2, FAILPOINTS.size()))) {
            run.sleep(Duration.ofSeconds(2));
            FaultActions.haltAtFailpoint(run, victim, failpoint, 3);
            run.awaitRecovery("a halt at " + failpoint);
        }
        for (int kill = 0; kill < run.scale().pick(1, 10); kill++) {
            run.sleep(Duration.ofMillis(1000 + run.random().nextInt(4000)));
            FaultActions.killAndRestart(run, victim);
            run.awaitRecovery("a kill");
        }
        run.drain(run.scale().seconds(240, 60));
        run.recordProof(
                "turns that were stored although nobody could know it, found on retry",
                run.history().storedUnacknowledged());
        run.expectDuplicates();
    }
}

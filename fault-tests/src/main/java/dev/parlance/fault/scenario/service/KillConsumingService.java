package dev.parlance.fault.scenario.service;

import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;

/// A service that reads dies: one of two instances, then both, then the last at each place between its effects.
final class KillConsumingService {
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private KillConsumingService() {}

    static void run(FaultRun run, Service service) throws InterruptedException {
        ServiceProcess one = run.cluster().first(service);
        ServiceProcess other = run.cluster().newInstance(service);
        other.start();
        run.startStandardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            run.sleep(INTERVAL);
            FaultActions.killAndRestart(run, one);
            run.awaitRecovery("the death of one of two");
            run.sleep(INTERVAL);
            killBoth(run, one, other);
            run.awaitRecovery("the death of both");
        }
        run.cluster().remove(other);
        for (String failpoint : new String[] {"mid-batch", "after-db-commit-before-ack", "after-send-before-delete"}) {
            run.sleep(INTERVAL);
            FaultActions.haltAtFailpoint(run, one, failpoint, 3);
            run.awaitRecovery("a halt at " + failpoint);
        }
        run.drain(Duration.ofSeconds(60));
        run.expectDuplicates();
    }

    private static void killBoth(FaultRun run, ServiceProcess one, ServiceProcess other) {
        run.recordFault("kill -9 both instances of " + one.service().module());
        one.kill();
        other.kill();
        run.recordProof("instances that died", (one.isAlive() ? 0 : 1) + (other.isAlive() ? 0 : 1));
        one.launch();
        other.launch();
        one.awaitReady();
        other.awaitReady();
    }
}

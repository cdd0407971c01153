package dev.parlance.fault.scenario.database;

import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.part.Part;
import java.time.Duration;

/// Somebody stops everything because the database is away, or while it is.
public final class T33StopWithoutDatabase implements FaultScenario {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    @Override
    public String id() {
        return "T33";
    }

    @Override
    public String title() {
        return "stop without a database";
    }

    @Override
    public String promise() {
        return "kill -9 of the database, then SIGTERM to each service: each ends within 30 s, no accepted turn is lost";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.startStandardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            run.sleep(Duration.ofSeconds(5));
            run.recordFault("kill -9 the database, SIGTERM to all services");
            run.cluster().process(Part.POSTGRES).kill();
            run.sleep(Duration.ofSeconds(2));
            for (ServiceProcess instance : run.cluster().all()) {
                stop(run, instance);
            }
            run.cluster().restart(Part.POSTGRES);
            run.cluster().all().forEach(ServiceProcess::launch);
            run.cluster().all().forEach(ServiceProcess::awaitReady);
            run.awaitRecovery("the database's return");
        }
        run.drain(Duration.ofSeconds(60));
    }

    private static void stop(FaultRun run, ServiceProcess instance) {
        double seconds = FaultActions.stopWithin(run, instance, STOP_TIMEOUT);
        run.note("%s ended after %.1f s".formatted(instance.service().module(), seconds));
        run.recordProof("%s ended".formatted(instance.service().module()), instance.isAlive() ? 0 : 1);
    }
}

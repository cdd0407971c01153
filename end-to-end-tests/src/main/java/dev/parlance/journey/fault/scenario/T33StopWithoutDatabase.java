package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.platform.Part;
import java.time.Duration;

/// Somebody stops everything because the database is away, or while it is.
public final class T33StopWithoutDatabase implements FaultScenario {
    private static final Duration GRACE = Duration.ofSeconds(30);

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
        run.standardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            run.pass(Duration.ofSeconds(5));
            run.fault("kill -9 the database, SIGTERM to all services");
            run.world().process(Part.POSTGRES).kill();
            run.pass(Duration.ofSeconds(2));
            for (Instance instance : run.world().all()) {
                stop(run, instance);
            }
            run.world().restart(Part.POSTGRES);
            run.world().all().forEach(Instance::launch);
            run.world().all().forEach(Instance::awaitReady);
            run.recovered("the database's return");
        }
        run.settle(Duration.ofSeconds(60));
    }

    private static void stop(FaultRun run, Instance instance) {
        Duration took = instance.stop(GRACE);
        run.note("%s ended after %.1f s".formatted(instance.kind().module(), took.toMillis() / 1e3));
        run.require(
                took.compareTo(GRACE) < 0,
                "%s did not end within 30 s".formatted(instance.kind().module()));
        run.proof("%s ended".formatted(instance.kind().module()), instance.isAlive() ? 0 : 1);
    }
}

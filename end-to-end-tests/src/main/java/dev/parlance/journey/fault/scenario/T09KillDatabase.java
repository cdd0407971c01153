package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.platform.Part;
import java.time.Duration;

/// The database dies with everything that it had not yet written anywhere.
public final class T09KillDatabase implements FaultScenario {
    @Override
    public String id() {
        return "T09";
    }

    @Override
    public String title() {
        return "kill the database";
    }

    @Override
    public String promise() {
        return "kill -9 three times: no accepted turn is lost, the services recover by themselves, nothing is set"
                + " aside";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.standardLoad();
        for (int kill = 0; kill < run.scale().pick(1, 3); kill++) {
            run.pass(run.scale().seconds(2, 5));
            Harm.kill(run, Part.POSTGRES, run.scale().seconds(3, 10));
            run.recovered("the database's return");
        }
        run.settle(Duration.ofSeconds(90));
        run.proof("attempts that were not accepted", run.history().attempts() - run.acceptedAttempts());
    }
}

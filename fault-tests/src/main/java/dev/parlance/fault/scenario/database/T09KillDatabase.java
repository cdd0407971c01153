package dev.parlance.fault.scenario.database;

import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.part.Part;

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
        long waitedBefore = countWaits(run);
        run.startStandardLoad();
        for (int kill = 0; kill < run.scale().pick(1, 3); kill++) {
            run.sleep(run.scale().seconds(2, 5));
            FaultActions.killPart(run, Part.POSTGRES, run.scale().seconds(3, 10));
            run.awaitRecovery("the database's return");
        }
        run.drain(run.scale().seconds(240, 90));
        run.recordProof("lines of logs that say that somebody waited for the database", countWaits(run) - waitedBefore);
        run.note("attempts that were not answered 2xx: " + (run.history().attempts() - run.acceptedAttempts()));
    }

    /// A short outage is waited out by all: the consumers, and the writers of turns, whose clients notice nothing.
    private static long countWaits(FaultRun run) {
        return run.cluster().countLogLines("event=turn-group-retried")
                + run.cluster().countLogLines("event=retry-scheduled")
                + run.cluster().countLogLines("event=unavailable");
    }
}

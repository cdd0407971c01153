package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.platform.Part;

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
        long waitedBefore = waits(run);
        run.standardLoad();
        for (int kill = 0; kill < run.scale().pick(1, 3); kill++) {
            run.pass(run.scale().seconds(2, 5));
            Harm.kill(run, Part.POSTGRES, run.scale().seconds(3, 10));
            run.recovered("the database's return");
        }
        run.settle(run.scale().seconds(240, 90));
        run.proof("lines of logs that say that somebody waited for the database", waits(run) - waitedBefore);
        run.note("attempts that were not answered 2xx: " + (run.history().attempts() - run.acceptedAttempts()));
    }

    /// A short outage is waited out by all: the consumers, and the writers of turns, whose clients notice nothing.
    private static long waits(FaultRun run) {
        return run.world().linesOfLogsWith("event=group-retried")
                + run.world().linesOfLogsWith("event=waiting-for-storage")
                + run.world().linesOfLogsWith("event=unavailable");
    }
}

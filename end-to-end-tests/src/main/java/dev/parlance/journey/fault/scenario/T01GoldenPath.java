package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.ledger.History;
import dev.parlance.journey.fault.ledger.Outcome;

/// Nothing goes wrong but what always does: clients that say things twice.
public final class T01GoldenPath implements FaultScenario {
    @Override
    public String id() {
        return "T01";
    }

    @Override
    public String title() {
        return "golden path";
    }

    @Override
    public String promise() {
        return "200 learners, 60 turns/s, one in twenty sent twice: every invariant, and no 5xx";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.standardLoad();
        run.pass(run.scale().seconds(8, 60));
        run.recovered("the start");
        run.settle(run.scale().seconds(120, 30));
        History history = run.history();
        run.proof(
                "turns sent twice for no reason",
                history.count(Outcome.ACCEPTED) - history.accepted().size());
        run.requireAllAccepted();
    }
}

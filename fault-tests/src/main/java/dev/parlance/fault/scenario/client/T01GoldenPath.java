package dev.parlance.fault.scenario.client;

import dev.parlance.fault.ledger.LedgerHistory;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;

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
        run.startStandardLoad();
        run.sleep(run.scale().seconds(8, 60));
        run.awaitRecovery("the start");
        run.drain(run.scale().seconds(120, 30));
        LedgerHistory history = run.history();
        run.recordProof(
                "turns sent twice for no reason",
                history.count(Outcome.ACCEPTED) - history.accepted().size());
        run.requireAllAccepted();
    }
}

package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.world.Kind;

/// The reader of readers dies while it works; what it tells is kept for ever by its last value.
public final class T05KillSummary implements FaultScenario {
    @Override
    public String id() {
        return "T05";
    }

    @Override
    public String title() {
        return "kill summary-service";
    }

    @Override
    public String promise() {
        return "one of two instances, then both, then a halt at each failpoint, also after the outbox rows are"
                + " written: I5, I6";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        ReaderDies.run(run, Kind.SUMMARY);
    }
}

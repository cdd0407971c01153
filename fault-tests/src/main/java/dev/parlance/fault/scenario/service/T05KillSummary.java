package dev.parlance.fault.scenario.service;

import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;

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
        KillConsumingService.run(run, Service.SUMMARY);
    }
}

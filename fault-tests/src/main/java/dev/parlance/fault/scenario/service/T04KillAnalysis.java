package dev.parlance.fault.scenario.service;

import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;

/// A reader dies while it works: one of two, both, and at each place between its effects.
public final class T04KillAnalysis implements FaultScenario {
    @Override
    public String id() {
        return "T04";
    }

    @Override
    public String title() {
        return "kill analysis-service";
    }

    @Override
    public String promise() {
        return "one of two instances, then both, then a halt at each failpoint: I3 to I8, drained within 60 s";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        KillConsumingService.run(run, Service.ANALYSIS);
    }
}

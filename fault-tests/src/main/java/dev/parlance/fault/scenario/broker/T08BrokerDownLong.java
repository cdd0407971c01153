package dev.parlance.fault.scenario.broker;

import dev.parlance.fault.check.ServiceTables;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.load.TurnLoad;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.part.Part;
import java.time.Duration;
import java.util.List;

/// The broker stays away for so long that what waits for it reaches its bound.
public final class T08BrokerDownLong implements FaultScenario {
    private static final int MAX_OUTBOX_ROWS = 600;

    @Override
    public String id() {
        return "T08";
    }

    @Override
    public String title() {
        return "broker away for long";
    }

    @Override
    public String promise() {
        return "down until the outbox reaches its bound (here %d rows): 503 with Retry-After past it, never out of memory, all "
                        .formatted(MAX_OUTBOX_ROWS)
                + "drained in order after";
    }

    @Override
    public List<String> jvmOptions() {
        return List.of("-Dparlance.admission.max-rows=" + MAX_OUTBOX_ROWS);
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        TurnLoad load = run.startStandardLoad();
        run.sleep(Duration.ofSeconds(3));
        long pid = run.cluster().first(Service.CONVERSATION).pid();
        run.recordFault("kill -9 the broker, until turns are refused");
        run.cluster().process(Part.KAFKA).kill();
        var _ = Polling.await(
                "turns are refused past the bound",
                Duration.ofSeconds(90),
                () -> run.history().count(Outcome.UNAVAILABLE) > 10);
        run.sleep(run.scale().seconds(5, 120));
        long waiting = ServiceTables.countOutboxRows(run.readOnlySql());
        run.recordProof("outbox rows at the bound", waiting);
        run.require(
                waiting < 2L * MAX_OUTBOX_ROWS + 500, "the outbox grew to %d rows, past its bound".formatted(waiting));
        run.require(
                load.missingRetryAfter() == 0, "%d answers 503 had no Retry-After".formatted(load.missingRetryAfter()));
        run.recordProof("turns answered 503", run.history().count(Outcome.UNAVAILABLE));
        run.cluster().restart(Part.KAFKA);
        run.awaitRecovery("the broker's return");
        run.drain(Duration.ofSeconds(120));
        run.require(run.cluster().first(Service.CONVERSATION).pid() == pid, "conversation-service is another process");
        run.require(run.cluster().first(Service.CONVERSATION).isAlive(), "conversation-service has died");
        run.require(run.history().count(Outcome.FAILED) == 0, "some were answered by another 5xx");
    }
}

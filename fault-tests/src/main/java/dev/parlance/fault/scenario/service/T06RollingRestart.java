package dev.parlance.fault.scenario.service;

import dev.parlance.fault.ledger.LedgerHistory;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;

/// What happens on every day of a deployment: each service is asked to end, and does.
public final class T06RollingRestart implements FaultScenario {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    @Override
    public String id() {
        return "T06";
    }

    @Override
    public String title() {
        return "rolling restart";
    }

    @Override
    public String promise() {
        return "SIGTERM to each in turn under load, 3 rounds: every request is answered at its first attempt, or its"
                + " connection is refused or closed and a retry is answered; nothing set aside, no ERROR line, exit within"
                + " 30 s";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.startStandardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            for (ServiceProcess instance : run.cluster().all()) {
                run.sleep(Duration.ofSeconds(3));
                restart(run, instance);
            }
            run.awaitRecovery("a round");
        }
        run.drain(Duration.ofSeconds(60));
        LedgerHistory history = run.history();
        int refused = history.count(Outcome.NOT_CONNECTED) + history.count(Outcome.CLOSED);
        int failed = history.attempts() - history.count(Outcome.ACCEPTED) - refused;
        run.require(
                failed == 0,
                "%d requests failed: %d without an answer, %d × 503, %d × other 5xx"
                        .formatted(
                                failed,
                                history.count(Outcome.UNKNOWN),
                                history.count(Outcome.UNAVAILABLE),
                                history.count(Outcome.FAILED)));
        run.recordProof("attempts whose connection was refused or closed", refused);
    }

    private static void restart(FaultRun run, ServiceProcess instance) {
        String module = instance.service().module();
        long errors = instance.countLogLines(" ERROR ");
        long pid = instance.pid();
        run.recordFault("SIGTERM to " + module);
        double seconds = FaultActions.stopWithin(run, instance, STOP_TIMEOUT);
        run.note("%s ended after %.1f s with %s"
                .formatted(module, seconds, instance.exitCode().orElse(-1)));
        run.require(
                instance.countLogLines(" ERROR ") == errors,
                "%s logged %d ERROR lines while it ended"
                        .formatted(module, instance.countLogLines(" ERROR ") - errors));
        instance.start();
        run.recordProof("%s is another process".formatted(module), instance.pid() == pid ? 0 : 1);
    }
}

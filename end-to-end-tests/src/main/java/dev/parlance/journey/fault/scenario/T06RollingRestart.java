package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.ledger.History;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.world.Instance;
import java.time.Duration;

/// What happens on every day of a deployment: each service is asked to end, and does.
public final class T06RollingRestart implements FaultScenario {
    private static final Duration GRACE = Duration.ofSeconds(30);

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
        return "SIGTERM to each in turn under load, 3 rounds: no failed request beyond refused connections, nothing"
                + " set aside, no ERROR line, exit within 30 s";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.standardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            for (Instance instance : run.world().all()) {
                run.pass(Duration.ofSeconds(3));
                restart(run, instance);
            }
            run.recovered("a round");
        }
        run.settle(Duration.ofSeconds(60));
        History history = run.history();
        int failed = history.attempts() - history.count(Outcome.ACCEPTED) - history.count(Outcome.NOT_CONNECTED);
        run.require(
                failed == 0,
                "%d requests failed: %d without an answer, %d × 503, %d × other 5xx"
                        .formatted(
                                failed,
                                history.count(Outcome.UNKNOWN),
                                history.count(Outcome.UNAVAILABLE),
                                history.count(Outcome.FAILED)));
        run.proof("attempts that met a closed door", history.count(Outcome.NOT_CONNECTED));
    }

    private static void restart(FaultRun run, Instance instance) {
        String module = instance.kind().module();
        long errors = instance.logged(" ERROR ");
        long pid = instance.pid();
        run.fault("SIGTERM to " + module);
        Duration took = instance.stop(GRACE);
        run.note("%s ended after %.1f s with %s"
                .formatted(module, took.toMillis() / 1e3, instance.exitCode().orElse(-1)));
        run.require(took.compareTo(GRACE) < 0, "%s did not end within 30 s".formatted(module));
        run.require(
                instance.logged(" ERROR ") == errors,
                "%s logged %d ERROR lines while it ended".formatted(module, instance.logged(" ERROR ") - errors));
        instance.start();
        run.proof("%s is another process".formatted(module), instance.pid() == pid ? 0 : 1);
    }
}

package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.check.Tables;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.load.Load;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import dev.parlance.platform.Part;
import java.time.Duration;
import java.util.List;

/// The broker stays away for so long that what waits for it reaches its bound.
public final class T08BrokerDownLong implements FaultScenario {
    private static final int MOST_ROWS = 600;

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
                        .formatted(MOST_ROWS)
                + "drained in order after";
    }

    @Override
    public List<String> options() {
        return List.of("-Dparlance.admission.max-rows=" + MOST_ROWS);
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        Load load = run.standardLoad();
        run.pass(Duration.ofSeconds(3));
        long pid = run.world().first(Kind.CONVERSATION).pid();
        run.fault("kill -9 the broker, until turns are refused");
        run.world().process(Part.KAFKA).kill();
        var _ = Until.holds(
                "turns are refused past the bound",
                Duration.ofSeconds(90),
                () -> run.history().count(Outcome.UNAVAILABLE) > 10);
        run.pass(run.scale().seconds(5, 120));
        long waiting = Tables.waiting(run.checker());
        run.proof("outbox rows at the bound", waiting);
        run.require(waiting < 2L * MOST_ROWS + 500, "the outbox grew to %d rows, past its bound".formatted(waiting));
        run.require(
                load.retryAfterMissing() == 0, "%d answers 503 had no Retry-After".formatted(load.retryAfterMissing()));
        run.proof("turns answered 503", run.history().count(Outcome.UNAVAILABLE));
        run.world().restart(Part.KAFKA);
        run.recovered("the broker's return");
        run.settle(Duration.ofSeconds(120));
        run.require(run.world().first(Kind.CONVERSATION).pid() == pid, "conversation-service is another process");
        run.require(run.world().first(Kind.CONVERSATION).isAlive(), "conversation-service has died");
        run.require(run.history().count(Outcome.FAILED) == 0, "some were answered by another 5xx");
    }
}

package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import java.time.Duration;
import java.util.List;

/// The service that gives its word dies: between a turn's commit and its answer, between sending an event and
/// forgetting it, and whenever it likes.
public final class T03KillConversation implements FaultScenario {
    private static final List<String> FAILPOINTS =
            List.of("after-turn-commit-before-answer", "after-send-before-delete", "after-db-commit-before-ack");

    @Override
    public String id() {
        return "T03";
    }

    @Override
    public String title() {
        return "kill conversation-service";
    }

    @Override
    public String promise() {
        return "10 kills at random moments and one at each failpoint: I1 to I7, and a retry under the same id is the"
                + " same turn";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.standardLoad();
        Instance victim = run.world().first(Kind.CONVERSATION);
        for (String failpoint : FAILPOINTS.subList(0, run.scale().pick(2, FAILPOINTS.size()))) {
            run.pass(Duration.ofSeconds(2));
            Harm.dieAt(run, victim, failpoint, 3);
            run.recovered("a halt at " + failpoint);
        }
        for (int kill = 0; kill < run.scale().pick(1, 10); kill++) {
            run.pass(Duration.ofMillis(1000 + run.random().nextInt(4000)));
            Harm.killAndRestart(run, victim);
            run.recovered("a kill");
        }
        run.settle(run.scale().seconds(240, 60));
        run.proof(
                "turns that were stored although nobody could know it, found on retry",
                run.history().keptUnheard());
        run.expectDuplicates();
    }
}

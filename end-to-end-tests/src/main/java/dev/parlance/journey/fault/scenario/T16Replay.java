package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.check.Lag;
import dev.parlance.journey.fault.check.Replay;
import dev.parlance.journey.fault.check.Snapshot;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.time.Duration;
import java.util.List;

/// Everything is delivered again: by readers that begin anew, by a relay that has forgotten, and in another order.
public final class T16Replay implements FaultScenario {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T16";
    }

    @Override
    public String title() {
        return "replay";
    }

    @Override
    public String promise() {
        return "every reader sent back to the first record, every event sent twice, a learner's conversations in"
                + " another order: the tables are equal before and after";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        var load = run.standardLoad();
        var twins = new Twins(run, load);
        twins.talk();
        run.pass(run.scale().seconds(4, 60));
        run.settle(run.scale().seconds(240, 60));
        Snapshot before = Snapshot.of(run.checker(), run.prefix());
        twins.compare();
        run.proof("rows derived before", before.rows().size());
        rewind(run);
        run.settle(run.scale().seconds(240, 60));
        same(run, before, "a replay from the first record");
        run.fault("every event is sent twice");
        for (Kind kind : List.of(Kind.ANALYSIS, Kind.SUMMARY)) {
            run.proof(
                    "events of %s sent again".formatted(kind.topic()),
                    Replay.again(run.world().kafka(), kind.topic()));
        }
        run.settle(run.scale().seconds(240, 60));
        same(run, before, "every event twice");
        run.expectDuplicates();
    }

    private static void rewind(FaultRun run) throws Exception {
        run.fault("every group is sent back to the first record");
        run.world().stop(Kind.values());
        try (var lag = new Lag(run.world().kafka())) {
            for (Kind kind : Kind.values()) {
                var _ = Until.holds("the group of %s is empty".formatted(kind.module()), PATIENCE, () -> {
                    lag.rewind(kind);
                    return true;
                });
                run.proof("records that %s reads again".formatted(kind.module()), lag.of(kind));
            }
        }
        List<Instance> all = run.world().all();
        all.forEach(Instance::launch);
        all.forEach(Instance::awaitReady);
    }

    private static void same(FaultRun run, Snapshot before, String after) {
        List<String> differences = before.differences(Snapshot.of(run.checker(), run.prefix()));
        run.require(differences.isEmpty(), "tables differ after %s: %s".formatted(after, differences));
    }
}

package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.check.Lag;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.time.Duration;

/// An instance stands still for so long that others take its place, and then goes on as if nothing had been.
public final class T15Zombie implements FaultScenario {
    private static final int BOTH = 2;

    @Override
    public String id() {
        return "T15";
    }

    @Override
    public String title() {
        return "zombie";
    }

    @Override
    public String promise() {
        return "SIGSTOP for 60 s, then SIGCONT, to an instance of each service while another takes over, its relay's"
                + " lease included: no total is changed by the stale one, no older revision stays on a compacted topic";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.standardLoad();
        try (var lag = new Lag(run.world().kafka())) {
            for (Kind kind : new Kind[] {Kind.ANALYSIS, Kind.SUMMARY, Kind.CONVERSATION}) {
                Instance one = run.world().first(kind);
                int alone = lag.members(kind);
                Instance other = run.world().prepare(kind);
                other.start();
                var _ = Until.holds("both read", Duration.ofSeconds(60), () -> lag.members(kind) == BOTH * alone);
                run.pass(Duration.ofSeconds(3));
                int fenced = standStill(run, lag, one, alone) + standStill(run, lag, other, alone);
                run.proof("relays of %s that were replaced while they stood still".formatted(kind.module()), fenced);
                run.world().remove(other);
            }
        }
        run.settle(Duration.ofSeconds(90));
    }

    /// @param alone how many members of the group one instance is
    /// @return how many relays were replaced meanwhile
    private static int standStill(FaultRun run, Lag lag, Instance instance, int alone) throws InterruptedException {
        Kind kind = instance.kind();
        String holder = holder(run, kind);
        Duration length = run.scale().seconds(15, 60);
        run.fault("an instance of %s stands still for %d s".formatted(kind.module(), length.toSeconds()));
        instance.pause();
        run.pass(length);
        var _ = Until.holds(
                "%s goes on without it".formatted(kind.module()),
                Duration.ofSeconds(60),
                () -> lag.members(kind) == alone);
        run.proof("members of the group of %s that were given up".formatted(kind.module()), alone);
        int replaced = holder.equals(holder(run, kind)) ? 0 : 1;
        instance.resume();
        run.recovered("a zombie's return");
        var _ = Until.holds("it is back", Duration.ofSeconds(60), () -> lag.members(kind) == BOTH * alone);
        return replaced;
    }

    private static String holder(FaultRun run, Kind kind) {
        return run.checker()
                .rows(
                        "select holder from %s.lease where name = 'relay'".formatted(kind.schema()),
                        row -> row.getString(1))
                .toString();
    }
}

package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.proxy.Weather;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import java.time.Duration;
import java.util.List;

/// A reader that cannot keep up, and then one that has everything still to do and little room to do it in.
public final class T18SlowConsumer implements FaultScenario {
    private static final String SMALL_HEAP = "-Xmx160m";
    private static final int PLENTY = 4 << 20;

    @Override
    public String id() {
        return "T18";
    }

    @Override
    public String title() {
        return "slow consumer, small heap";
    }

    @Override
    public String promise() {
        return "a reader too slow for its topic, then 500,000 turns from zero in a heap of 160 MiB: no"
                + " OutOfMemoryError";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.standardLoad();
        run.fault("the database answers analysis-service late");
        var wire = run.world().databaseWire(Kind.ANALYSIS);
        wire.set(new Weather.Slow(Duration.ofMillis(100), PLENTY));
        run.pass(run.scale().seconds(10, 60));
        run.proof("reads delayed", wire.delayed());
        wire.clear();
        run.settle(Duration.ofSeconds(90));
        List<Kind> readers = List.of(Kind.ANALYSIS, Kind.SUMMARY);
        run.world().stop(Kind.ANALYSIS, Kind.SUMMARY);
        int turns = run.scale().pick(3_000, 500_000);
        run.fault("%d turns while no reader runs".formatted(turns));
        long begun = System.nanoTime();
        run.importing(Shape.standard(run.prefix()), turns);
        run.note("%d turns taken in by batches of 100 in %d s"
                .formatted(turns, (System.nanoTime() - begun) / 1_000_000_000L));
        begun = System.nanoTime();
        readers.forEach(kind -> run.world().first(kind).launch(SMALL_HEAP));
        readers.forEach(kind -> run.world().first(kind).awaitReady());
        run.settle(Duration.ofMinutes(run.scale().pick(3, 40)));
        run.note("read from zero in %d s".formatted((System.nanoTime() - begun) / 1_000_000_000L));
        for (Kind kind : readers) {
            Instance instance = run.world().first(kind);
            run.require(instance.isAlive(), "%s has died: %s".formatted(kind.module(), instance.exitCode()));
            run.require(instance.logged("OutOfMemoryError") == 0, kind.module() + " ran out of memory");
        }
        run.proof(
                "turns read from zero",
                run.checker()
                        .number("select count(*) from summary.turn_fact where learner_id like ?", run.prefix() + "-%"));
    }
}

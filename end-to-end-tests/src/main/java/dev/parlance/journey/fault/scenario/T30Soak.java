package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.Scale;
import dev.parlance.journey.fault.proxy.ChaosProxy;
import dev.parlance.journey.fault.proxy.CommitSeen;
import dev.parlance.journey.fault.proxy.Weather;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.platform.Part;
import java.time.Duration;
import java.util.List;

/// One fault after the other, of random kind at random moments, under the standard load.
public final class T30Soak implements FaultScenario {
    private static final int BYTES_PER_SECOND = 125_000;

    private final Duration length;

    public T30Soak(Duration length) {
        this.length = length;
    }

    @Override
    public String id() {
        return "T30";
    }

    @Override
    public String title() {
        return "soak, %d min".formatted(length.toMinutes());
    }

    @Override
    public String promise() {
        return "faults of random kind, one after the other, under the standard load: every invariant";
    }

    @Override
    public String command(Scale scale) {
        return "soak --minutes %d".formatted(length.toMinutes());
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.standardLoad();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            run.pass(Duration.ofSeconds(2 + run.random().nextInt(15)));
            harm(run);
            run.recovered("it");
        }
        run.settle(Duration.ofMinutes(3));
    }

    private static void harm(FaultRun run) throws InterruptedException {
        Duration down = Duration.ofSeconds(1 + run.random().nextInt(25));
        Kind kind = List.of(Kind.values()).get(run.random().nextInt(Kind.values().length));
        Instance victim = run.world().first(kind);
        switch (run.random().nextInt(8)) {
            case 0 -> Harm.kill(run, Part.KAFKA, down);
            case 1 -> Harm.kill(run, Part.POSTGRES, down);
            case 2 -> Harm.killAndRestart(run, victim);
            case 3 -> dieSomewhere(run, victim);
            case 4 -> pause(run, victim, down);
            case 5 -> weather(run, new Weather.Slow(Duration.ofMillis(200), BYTES_PER_SECOND), down);
            case 6 -> weather(run, new Weather.HalfOpen(), down);
            default -> cutCommits(run, kind);
        }
    }

    private static void dieSomewhere(FaultRun run, Instance victim) throws InterruptedException {
        List<String> failpoints = victim.kind() == Kind.CONVERSATION
                ? List.of("after-send-before-delete", "after-turn-commit-before-answer", "after-db-commit-before-ack")
                : List.of("after-send-before-delete", "mid-batch", "after-db-commit-before-ack");
        Harm.dieAt(
                run,
                victim,
                failpoints.get(run.random().nextInt(3)),
                1 + run.random().nextInt(5));
    }

    private static void pause(FaultRun run, Instance victim, Duration down) throws InterruptedException {
        run.fault("%s is stopped for %d s".formatted(victim.kind().module(), down.toSeconds()));
        victim.pause();
        run.pass(down);
        run.proof("%s did not answer".formatted(victim.kind().module()), victim.answers("/q/health/live") ? 0 : 1);
        victim.resume();
    }

    private static void weather(FaultRun run, Weather weather, Duration down) throws InterruptedException {
        List<ChaosProxy> wires = List.of(
                run.world().kafkaWire(),
                run.world().databaseWire(Kind.CONVERSATION),
                run.world().databaseWire(Kind.ANALYSIS),
                run.world().databaseWire(Kind.SUMMARY));
        ChaosProxy wire = wires.get(run.random().nextInt(wires.size()));
        long before = wire.delayed() + wire.swallowed();
        run.fault("%s for %d s".formatted(weather, down.toSeconds()));
        wire.set(weather);
        run.pass(down);
        run.proof("reads delayed and bytes lost", wire.delayed() + wire.swallowed() - before);
        wire.clear();
    }

    private static void cutCommits(FaultRun run, Kind kind) throws InterruptedException {
        ChaosProxy wire = run.world().databaseWire(kind);
        int before = wire.cuts();
        run.fault("connections of %s cut after COMMIT".formatted(kind.module()));
        wire.cutWhen(CommitSeen::new, 5);
        run.pass(Duration.ofSeconds(10));
        run.proof("connections cut between COMMIT and its answer", wire.cuts() - before);
    }
}

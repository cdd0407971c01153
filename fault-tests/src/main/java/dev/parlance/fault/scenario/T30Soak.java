package dev.parlance.fault.scenario;

import dev.parlance.fault.network.ChaosProxy;
import dev.parlance.fault.network.CommitTrigger;
import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.run.Scale;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.part.Part;
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
        run.startStandardLoad();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            run.sleep(Duration.ofSeconds(2 + run.random().nextInt(15)));
            injectFault(run);
            run.awaitRecovery("it");
        }
        run.drain(Duration.ofMinutes(3));
    }

    private static void injectFault(FaultRun run) throws InterruptedException {
        Duration down = Duration.ofSeconds(1 + run.random().nextInt(25));
        Service service = List.of(Service.values()).get(run.random().nextInt(Service.values().length));
        ServiceProcess victim = run.cluster().first(service);
        switch (run.random().nextInt(8)) {
            case 0 -> FaultActions.killPart(run, Part.KAFKA, down);
            case 1 -> FaultActions.killPart(run, Part.POSTGRES, down);
            case 2 -> FaultActions.killAndRestart(run, victim);
            case 3 -> haltAtRandomFailpoint(run, victim);
            case 4 -> pauseInstance(run, victim, down);
            case 5 -> injectNetworkFault(run, new NetworkFault.Slow(Duration.ofMillis(200), BYTES_PER_SECOND), down);
            case 6 -> injectNetworkFault(run, new NetworkFault.HalfOpen(), down);
            default -> cutCommits(run, service);
        }
    }

    private static void haltAtRandomFailpoint(FaultRun run, ServiceProcess victim) throws InterruptedException {
        List<String> failpoints = victim.service() == Service.CONVERSATION
                ? List.of("after-send-before-delete", "after-turn-commit-before-answer", "after-db-commit-before-ack")
                : List.of("after-send-before-delete", "mid-batch", "after-db-commit-before-ack");
        FaultActions.haltAtFailpoint(
                run,
                victim,
                failpoints.get(run.random().nextInt(3)),
                1 + run.random().nextInt(5));
    }

    private static void pauseInstance(FaultRun run, ServiceProcess victim, Duration down) throws InterruptedException {
        run.recordFault("%s is stopped for %d s".formatted(victim.service().module(), down.toSeconds()));
        victim.pause();
        run.sleep(down);
        run.recordProof(
                "%s did not answer".formatted(victim.service().module()), victim.isOk("/q/health/live") ? 0 : 1);
        victim.resume();
    }

    private static void injectNetworkFault(FaultRun run, NetworkFault weather, Duration down)
            throws InterruptedException {
        List<ChaosProxy> wires = List.of(
                run.cluster().kafkaProxy(),
                run.cluster().databaseProxy(Service.CONVERSATION),
                run.cluster().databaseProxy(Service.ANALYSIS),
                run.cluster().databaseProxy(Service.SUMMARY));
        ChaosProxy wire = wires.get(run.random().nextInt(wires.size()));
        long before = wire.delayedReads() + wire.droppedBytes();
        run.recordFault("%s for %d s".formatted(weather, down.toSeconds()));
        wire.apply(weather);
        run.sleep(down);
        run.recordProof("reads delayed and bytes lost", wire.delayedReads() + wire.droppedBytes() - before);
        wire.clear();
    }

    private static void cutCommits(FaultRun run, Service service) throws InterruptedException {
        ChaosProxy wire = run.cluster().databaseProxy(service);
        int before = wire.cuts();
        run.recordFault("connections of %s cut after COMMIT".formatted(service.module()));
        wire.cutWhen(CommitTrigger::new, 5);
        run.sleep(Duration.ofSeconds(10));
        run.recordProof("connections cut between COMMIT and its answer", wire.cuts() - before);
    }
}

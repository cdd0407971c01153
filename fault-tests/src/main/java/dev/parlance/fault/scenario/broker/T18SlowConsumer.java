package dev.parlance.fault.scenario.broker;

import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.util.List;

/// A reader that cannot keep up, and then one that has everything still to do and little room to do it in.
public final class T18SlowConsumer implements FaultScenario {
    private static final String SMALL_HEAP_OPTION = "-Xmx160m";
    private static final int BYTES_PER_SECOND = 4 << 20;

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
        run.startStandardLoad();
        run.recordFault("the database answers analysis-service late");
        var wire = run.cluster().databaseProxy(Service.ANALYSIS);
        wire.apply(new NetworkFault.Slow(Duration.ofMillis(100), BYTES_PER_SECOND));
        run.sleep(run.scale().seconds(10, 60));
        run.recordProof("reads delayed", wire.delayedReads());
        wire.clear();
        run.drain(Duration.ofSeconds(90));
        List<Service> readers = List.of(Service.ANALYSIS, Service.SUMMARY);
        run.cluster().stop(Service.ANALYSIS, Service.SUMMARY);
        int turns = run.scale().pick(3_000, 500_000);
        run.recordFault("%d turns while no reader runs".formatted(turns));
        long begun = System.nanoTime();
        run.importTurns(LoadProfile.standard(run.prefix()), turns);
        run.note("%d turns taken in by batches of 100 in %d s"
                .formatted(turns, (System.nanoTime() - begun) / 1_000_000_000L));
        begun = System.nanoTime();
        readers.forEach(service -> run.cluster().first(service).launch(SMALL_HEAP_OPTION));
        readers.forEach(service -> run.cluster().first(service).awaitReady());
        run.drain(Duration.ofMinutes(run.scale().pick(3, 40)));
        run.note("read from zero in %d s".formatted((System.nanoTime() - begun) / 1_000_000_000L));
        for (Service service : readers) {
            ServiceProcess instance = run.cluster().first(service);
            run.require(instance.isAlive(), "%s has died: %s".formatted(service.module(), instance.exitCode()));
            run.require(instance.countLogLines("OutOfMemoryError") == 0, service.module() + " ran out of memory");
        }
        run.recordProof(
                "turns read from zero",
                run.readOnlySql()
                        .queryLong(
                                "select count(*) from summary.turn_fact where learner_id like ?", run.prefix() + "-%"));
    }
}

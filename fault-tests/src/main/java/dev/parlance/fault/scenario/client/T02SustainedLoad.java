package dev.parlance.fault.scenario.client;

import dev.parlance.fault.cluster.ConsumerGroups;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// More than usual, for long: what grows without bound would show.
public final class T02SustainedLoad implements FaultScenario {
    private static final double TURNS_PER_SECOND = 120;
    /// One for analysis-service, and its answer for each of the two others.
    private static final int RECORDS_PER_TURN = 3;
    private static final int MAX_LAG_SECONDS = 5;
    private static final long MIB = 1 << 20;

    @Override
    public String id() {
        return "T02";
    }

    @Override
    public String title() {
        return "sustained load";
    }

    @Override
    public String promise() {
        return "double load for 10 min: every invariant, lag of readers below 5 s of load in the second half, heap flat";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        Duration length = run.scale().seconds(30, 600);
        run.startLoad(LoadProfile.standard(run.prefix()).withTurnsPerSecond(TURNS_PER_SECOND));
        run.recordFault("%.0f turns/s for %d s".formatted(TURNS_PER_SECOND, length.toSeconds()));
        List<Long> lags = new ArrayList<>();
        Map<ServiceProcess, List<Double>> heaps = new HashMap<>();
        long end = System.nanoTime() + length.toNanos();
        try (var lag = new ConsumerGroups(run.cluster().bootstrapServers())) {
            while (System.nanoTime() < end) {
                run.sleep(Duration.ofSeconds(3));
                lags.add(lag.totalLag());
                for (ServiceProcess instance : run.cluster().all()) {
                    heaps.computeIfAbsent(instance, _ -> new ArrayList<>())
                            .add(instance.metric("jvm_memory_used_bytes"));
                }
            }
        }
        long early = highest(lags.subList(0, lags.size() / 2));
        long late = highest(lags.subList(lags.size() / 2, lags.size()));
        run.note("highest lag of all readers together: %d records in the first half, %d in the second"
                .formatted(early, late));
        run.require(
                late < MAX_LAG_SECONDS * RECORDS_PER_TURN * TURNS_PER_SECOND,
                "in the second half, lag rose to %d records".formatted(late));
        heaps.forEach((instance, used) -> requireFlatHeap(run, instance, used));
        run.drain(Duration.ofSeconds(60));
        run.recordProof("turns/s accepted", Math.round(run.history().accepted().size() / (double) length.toSeconds()));
        run.require(
                run.history().accepted().size() > 0.9 * TURNS_PER_SECOND * length.toSeconds(),
                "only %d turns were accepted".formatted(run.history().accepted().size()));
    }

    /// What is left after each collection must not grow: the lowest reading of the last third, and that of the first.
    private static void requireFlatHeap(FaultRun run, ServiceProcess instance, List<Double> used) {
        int third = Math.max(1, used.size() / 3);
        double first = lowest(used.subList(0, third));
        double last = lowest(used.subList(used.size() - third, used.size()));
        run.note("%s: at least %.0f MiB used in the first third, %.0f MiB in the last"
                .formatted(instance.service().module(), first / MIB, last / MIB));
        run.require(
                last < 1.3 * first + 32 * MIB,
                "memory of %s grew from %.0f to %.0f MiB"
                        .formatted(instance.service().module(), first / MIB, last / MIB));
    }

    private static long highest(List<Long> lags) {
        return lags.stream().mapToLong(lag -> lag).max().orElse(0);
    }

    private static double lowest(List<Double> values) {
        return values.stream().mapToDouble(value -> value).min().orElse(0);
    }
}

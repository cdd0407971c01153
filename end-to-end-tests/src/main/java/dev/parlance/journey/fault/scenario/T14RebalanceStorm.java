package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.check.Lag;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Readers come and go all the time, and the partitions with them; by both protocols of Kafka for groups.
public final class T14RebalanceStorm implements FaultScenario {
    private static final List<String> CONSUMER_PROTOCOL = List.of(
            "-Dmp.messaging.connector.smallrye-kafka.group.protocol=consumer",
            "-Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=",
            "-Dmp.messaging.connector.smallrye-kafka.heartbeat.interval.ms=");
    private static final Duration MOMENT = Duration.ofSeconds(5);

    @Override
    public String id() {
        return "T14";
    }

    @Override
    public String title() {
        return "rebalance storm";
    }

    @Override
    public String promise() {
        return "a third instance comes and goes every 5 s for 2 min, by either group protocol: I4 to I7, no partition"
                + " stuck";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        storm(run, "classic", List.of());
        run.settle(Duration.ofSeconds(90));
        run.world().stop(Kind.ANALYSIS);
        storm(run, "consumer", CONSUMER_PROTOCOL);
        run.settle(Duration.ofSeconds(90));
    }

    private static void storm(FaultRun run, String protocol, List<String> options) throws Exception {
        String[] jvm = options.toArray(String[]::new);
        Instance first = run.world().first(Kind.ANALYSIS);
        if (!first.isAlive()) {
            first.start(jvm);
        }
        Instance second = run.world().prepare(Kind.ANALYSIS);
        second.start(jvm);
        Instance third = run.world().prepare(Kind.ANALYSIS);
        var load = run.standardLoad();
        Set<Integer> sizes = new HashSet<>();
        long end = System.nanoTime() + run.scale().seconds(20, 120).toNanos();
        try (var lag = new Lag(run.world().kafka())) {
            for (int come = 0; come < 2 || System.nanoTime() < end; come++) {
                run.fault(
                        "a third instance comes and %s (%s)".formatted(come % 2 == 0 ? "is killed" : "goes", protocol));
                third.start(jvm);
                run.pass(MOMENT);
                sizes.add(lag.members(Kind.ANALYSIS));
                if (come % 2 == 0) {
                    third.kill();
                } else {
                    var _ = third.stop(Duration.ofSeconds(30));
                }
                run.pass(MOMENT);
                sizes.add(lag.members(Kind.ANALYSIS));
            }
        }
        load.stop();
        run.proof("different sizes of the group seen (%s)".formatted(protocol), sizes.size() > 1 ? sizes.size() : 0);
        run.recovered("the storm (%s)".formatted(protocol));
        run.world().remove(third);
        run.world().remove(second);
    }
}

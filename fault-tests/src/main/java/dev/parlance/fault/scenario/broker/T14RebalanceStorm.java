package dev.parlance.fault.scenario.broker;

import dev.parlance.fault.cluster.ConsumerGroups;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
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
    private static final Duration INTERVAL = Duration.ofSeconds(5);

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
        run.drain(Duration.ofSeconds(90));
        run.cluster().stop(Service.ANALYSIS);
        storm(run, "consumer", CONSUMER_PROTOCOL);
        run.drain(Duration.ofSeconds(90));
    }

    private static void storm(FaultRun run, String protocol, List<String> options) throws Exception {
        String[] jvm = options.toArray(String[]::new);
        ServiceProcess first = run.cluster().first(Service.ANALYSIS);
        if (!first.isAlive()) {
            first.start(jvm);
        }
        ServiceProcess second = run.cluster().newInstance(Service.ANALYSIS);
        second.start(jvm);
        ServiceProcess third = run.cluster().newInstance(Service.ANALYSIS);
        var load = run.startStandardLoad();
        Set<Integer> sizes = new HashSet<>();
        long end = System.nanoTime() + run.scale().seconds(20, 120).toNanos();
        try (var lag = new ConsumerGroups(run.cluster().bootstrapServers())) {
            for (int come = 0; come < 2 || System.nanoTime() < end; come++) {
                run.recordFault(
                        "a third instance comes and %s (%s)".formatted(come % 2 == 0 ? "is killed" : "goes", protocol));
                third.start(jvm);
                run.sleep(INTERVAL);
                sizes.add(lag.countMembers(Service.ANALYSIS));
                if (come % 2 == 0) {
                    third.kill();
                } else {
                    var _ = third.stop(Duration.ofSeconds(30));
                }
                run.sleep(INTERVAL);
                sizes.add(lag.countMembers(Service.ANALYSIS));
            }
        }
        load.stop();
        run.recordProof(
                "different sizes of the group seen (%s)".formatted(protocol), sizes.size() > 1 ? sizes.size() : 0);
        run.awaitRecovery("the storm (%s)".formatted(protocol));
        run.cluster().remove(third);
        run.cluster().remove(second);
    }
}

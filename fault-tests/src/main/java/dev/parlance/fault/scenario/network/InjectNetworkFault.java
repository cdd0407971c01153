package dev.parlance.fault.scenario.network;

import dev.parlance.fault.network.ChaosProxy;
import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.platform.client.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same weather on the wires to the broker, then on those to the database.
final class InjectNetworkFault {
    private InjectNetworkFault() {}

    static void run(FaultRun run, NetworkFault weather, Duration length, Duration recovery)
            throws InterruptedException {
        Map<String, List<ChaosProxy>> places = new LinkedHashMap<>();
        places.put("the broker", List.of(run.cluster().kafkaProxy()));
        places.put(
                "the database",
                Arrays.stream(Service.values())
                        .map(run.cluster()::databaseProxy)
                        .toList());
        run.startStandardLoad();
        for (var place : places.entrySet()) {
            run.sleep(Duration.ofSeconds(3));
            long before = countAffected(place.getValue());
            run.recordFault(
                    "%s between the services and %s for %d s".formatted(weather, place.getKey(), length.toSeconds()));
            place.getValue().forEach(wire -> wire.apply(weather));
            run.sleep(length);
            run.recordProof(
                    "reads delayed and bytes lost on the way to " + place.getKey(),
                    countAffected(place.getValue()) - before);
            place.getValue().forEach(ChaosProxy::clear);
            Duration took = run.awaitRecovery("the trouble with " + place.getKey());
            run.require(
                    took.compareTo(recovery) <= 0,
                    "recovery from the trouble with %s took %.1f s".formatted(place.getKey(), took.toMillis() / 1e3));
        }
        run.drain(Duration.ofSeconds(90));
    }

    private static long countAffected(List<ChaosProxy> wires) {
        return wires.stream()
                .mapToLong(wire -> wire.delayedReads() + wire.droppedBytes())
                .sum();
    }
}

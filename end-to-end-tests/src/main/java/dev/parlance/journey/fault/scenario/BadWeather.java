package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.proxy.ChaosProxy;
import dev.parlance.journey.fault.proxy.Weather;
import dev.parlance.journey.fault.world.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same weather on the wires to the broker, then on those to the database.
final class BadWeather {
    private BadWeather() {}

    static void run(FaultRun run, Weather weather, Duration length, Duration recovery) throws InterruptedException {
        Map<String, List<ChaosProxy>> places = new LinkedHashMap<>();
        places.put("the broker", List.of(run.world().kafkaWire()));
        places.put(
                "the database",
                Arrays.stream(Kind.values()).map(run.world()::databaseWire).toList());
        run.standardLoad();
        for (var place : places.entrySet()) {
            run.pass(Duration.ofSeconds(3));
            long before = touched(place.getValue());
            run.fault("%s between the services and %s for %d s".formatted(weather, place.getKey(), length.toSeconds()));
            place.getValue().forEach(wire -> wire.set(weather));
            run.pass(length);
            run.proof(
                    "reads delayed and bytes lost on the way to " + place.getKey(), touched(place.getValue()) - before);
            place.getValue().forEach(ChaosProxy::clear);
            Duration took = run.recovered("the trouble with " + place.getKey());
            run.require(
                    took.compareTo(recovery) <= 0,
                    "recovery from the trouble with %s took %.1f s".formatted(place.getKey(), took.toMillis() / 1e3));
        }
        run.settle(Duration.ofSeconds(90));
    }

    private static long touched(List<ChaosProxy> wires) {
        return wires.stream()
                .mapToLong(wire -> wire.delayed() + wire.swallowed())
                .sum();
    }
}

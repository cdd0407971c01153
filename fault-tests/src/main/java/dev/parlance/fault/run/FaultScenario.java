package dev.parlance.fault.run;

import java.util.List;
import java.util.Locale;

/// One fault, or several of a kind, done to a Parlance at work. The invariants I1 to I8, and that liveness never
/// goes down, hold for each without being asked for; what a scenario requires beyond them it says itself.
public interface FaultScenario {
    /// As on the page of faults: `T07`.
    String id();

    String title();

    /// What is done and what must hold, as one sentence of the report.
    String promise();

    /// What stands behind `./parlance faults` to run it so.
    default String command(Scale scale) {
        return "%s --scale %s".formatted(id(), scale.name().toLowerCase(Locale.ROOT));
    }

    /// Options of the services' JVMs. If there are any, no other scenario can share the cluster.
    default List<String> jvmOptions() {
        return List.of();
    }

    /// Whether it needs disks that it may fill.
    default boolean needsSmallDisks() {
        return false;
    }

    /// Whether it is about sound, and needs an S3.
    default boolean needsObjectStore() {
        return false;
    }

    /// Injects the fault and ends it. Load that is still running is stopped afterwards.
    void run(FaultRun run) throws Exception;
}

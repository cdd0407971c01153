package dev.parlance.fault.scenario;

import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.scenario.broker.T07KillBroker;
import dev.parlance.fault.scenario.broker.T08BrokerDownLong;
import dev.parlance.fault.scenario.broker.T12Poison;
import dev.parlance.fault.scenario.broker.T14RebalanceStorm;
import dev.parlance.fault.scenario.broker.T16Replay;
import dev.parlance.fault.scenario.broker.T17Rebuild;
import dev.parlance.fault.scenario.broker.T18SlowConsumer;
import dev.parlance.fault.scenario.client.T01GoldenPath;
import dev.parlance.fault.scenario.client.T02SustainedLoad;
import dev.parlance.fault.scenario.client.T26Limits;
import dev.parlance.fault.scenario.client.T29Fuzz;
import dev.parlance.fault.scenario.client.T34LiveStreams;
import dev.parlance.fault.scenario.client.T37Metastable;
import dev.parlance.fault.scenario.client.T41PastedTexts;
import dev.parlance.fault.scenario.client.T42HostileBodies;
import dev.parlance.fault.scenario.database.T09KillDatabase;
import dev.parlance.fault.scenario.database.T10DatabaseReadOnly;
import dev.parlance.fault.scenario.database.T11CommitUnknown;
import dev.parlance.fault.scenario.database.T13TransientIsNotPoison;
import dev.parlance.fault.scenario.database.T25HeldSnapshot;
import dev.parlance.fault.scenario.database.T33StopWithoutDatabase;
import dev.parlance.fault.scenario.database.T36PowerLoss;
import dev.parlance.fault.scenario.network.T19SlowNetwork;
import dev.parlance.fault.scenario.network.T20HalfOpen;
import dev.parlance.fault.scenario.service.T03KillConversation;
import dev.parlance.fault.scenario.service.T04KillAnalysis;
import dev.parlance.fault.scenario.service.T05KillSummary;
import dev.parlance.fault.scenario.service.T06RollingRestart;
import dev.parlance.fault.scenario.service.T15Zombie;
import dev.parlance.fault.scenario.service.T23ClockSkew;
import dev.parlance.fault.scenario.service.T32HungConsumer;
import dev.parlance.fault.scenario.service.T35LeaseTakenUnderLoad;
import dev.parlance.fault.scenario.storage.T22DiskFull;
import dev.parlance.fault.scenario.storage.T28UploadAbuse;
import dev.parlance.fault.scenario.storage.T31ObjectStoreDown;
import dev.parlance.fault.scenario.storage.T38SlowTransfers;
import dev.parlance.fault.scenario.storage.T39SharedBucket;
import dev.parlance.fault.scenario.storage.T40RestoredDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All scenarios there are.
public final class ScenarioCatalog {
    private static final List<FaultScenario> ALL = List.of(
            new T01GoldenPath(),
            new T02SustainedLoad(),
            new T03KillConversation(),
            new T04KillAnalysis(),
            new T05KillSummary(),
            new T06RollingRestart(),
            new T07KillBroker(),
            new T08BrokerDownLong(),
            new T09KillDatabase(),
            new T10DatabaseReadOnly(),
            new T11CommitUnknown(),
            new T12Poison(),
            new T13TransientIsNotPoison(),
            new T14RebalanceStorm(),
            new T15Zombie(),
            new T16Replay(),
            new T17Rebuild(),
            new T18SlowConsumer(),
            new T19SlowNetwork(),
            new T20HalfOpen(),
            new T22DiskFull(),
            new T23ClockSkew(),
            new T25HeldSnapshot(),
            new T26Limits(),
            new T28UploadAbuse(),
            new T29Fuzz(),
            new T31ObjectStoreDown(),
            new T32HungConsumer(),
            new T33StopWithoutDatabase(),
            new T34LiveStreams(),
            new T35LeaseTakenUnderLoad(),
            new T36PowerLoss(),
            new T37Metastable(),
            new T38SlowTransfers(),
            new T39SharedBucket(),
            new T40RestoredDatabase(),
            new T41PastedTexts(),
            new T42HostileBodies());

    /// In this order: a replay from the beginning would read another test's poison again.
    private static final List<String> EVERY_BUILD =
            List.of("T01", "T03", "T07", "T09", "T16", "T12", "T26", "T29", "T42");

    private ScenarioCatalog() {}

    /// In the order of their ids.
    public static List<FaultScenario> all() {
        return ALL;
    }

    /// Those that belong to every build, in small.
    public static List<FaultScenario> everyBuild() {
        return EVERY_BUILD.stream().map(id -> find(id).orElseThrow()).toList();
    }

    public static Optional<FaultScenario> find(String id) {
        String wanted = id.toUpperCase(Locale.ROOT);
        return ALL.stream().filter(scenario -> scenario.id().equals(wanted)).findFirst();
    }
}

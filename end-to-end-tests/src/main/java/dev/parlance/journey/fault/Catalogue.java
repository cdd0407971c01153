package dev.parlance.journey.fault;

import dev.parlance.journey.fault.scenario.T01GoldenPath;
import dev.parlance.journey.fault.scenario.T02Sustained;
import dev.parlance.journey.fault.scenario.T03KillConversation;
import dev.parlance.journey.fault.scenario.T04KillAnalysis;
import dev.parlance.journey.fault.scenario.T05KillSummary;
import dev.parlance.journey.fault.scenario.T06RollingRestart;
import dev.parlance.journey.fault.scenario.T07KillBroker;
import dev.parlance.journey.fault.scenario.T08BrokerDownLong;
import dev.parlance.journey.fault.scenario.T09KillDatabase;
import dev.parlance.journey.fault.scenario.T10DatabaseReadOnly;
import dev.parlance.journey.fault.scenario.T11CommitUnknown;
import dev.parlance.journey.fault.scenario.T12Poison;
import dev.parlance.journey.fault.scenario.T13TransientIsNotPoison;
import dev.parlance.journey.fault.scenario.T14RebalanceStorm;
import dev.parlance.journey.fault.scenario.T15Zombie;
import dev.parlance.journey.fault.scenario.T16Replay;
import dev.parlance.journey.fault.scenario.T17Rebuild;
import dev.parlance.journey.fault.scenario.T18SlowConsumer;
import dev.parlance.journey.fault.scenario.T19SlowNetwork;
import dev.parlance.journey.fault.scenario.T20HalfOpen;
import dev.parlance.journey.fault.scenario.T22DiskFull;
import dev.parlance.journey.fault.scenario.T23Clocks;
import dev.parlance.journey.fault.scenario.T25HeldSnapshot;
import dev.parlance.journey.fault.scenario.T26Limits;
import dev.parlance.journey.fault.scenario.T28UploadAbuse;
import dev.parlance.journey.fault.scenario.T31StoreAway;
import dev.parlance.journey.fault.scenario.T32HungConsumer;
import dev.parlance.journey.fault.scenario.T33StopWithoutDatabase;
import dev.parlance.journey.fault.scenario.T34LiveStreams;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All scenarios there are.
public final class Catalogue {
    private static final List<FaultScenario> ALL = List.of(
            new T01GoldenPath(),
            new T02Sustained(),
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
            new T23Clocks(),
            new T25HeldSnapshot(),
            new T26Limits(),
            new T28UploadAbuse(),
            new T31StoreAway(),
            new T32HungConsumer(),
            new T33StopWithoutDatabase(),
            new T34LiveStreams());
    /// In this order: a replay from the beginning would read another test's poison again.
    private static final List<String> EVERY_BUILD = List.of("T01", "T03", "T07", "T09", "T16", "T12", "T26");

    private Catalogue() {}

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

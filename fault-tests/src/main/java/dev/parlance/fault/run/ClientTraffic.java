package dev.parlance.fault.run;

import dev.parlance.fault.cluster.FaultTestFailure;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.cluster.TestCluster;
import dev.parlance.fault.ledger.Ledger;
import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.fault.load.ApiClient;
import dev.parlance.fault.load.BatchImport;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.load.SimulatedLearners;
import dev.parlance.fault.load.TurnLoad;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The requests of all clients in a run, and the ledger of their outcomes.
final class ClientTraffic implements AutoCloseable {
    private final TestCluster cluster;
    private final LoadProfile standardProfile;
    private final long seed;
    private final Ledger ledger;
    private final ApiClient client = new ApiClient(this::conversationServiceUrl);
    private final AtomicInteger nextInstance = new AtomicInteger();
    private final List<TurnLoad> loads = new ArrayList<>();
    private final SimulatedLearners canaryLearners;
    private int importCount;

    ClientTraffic(TestCluster cluster, LoadProfile standard, long seed, Path ledgerFile) {
        this.cluster = cluster;
        this.standardProfile = standard;
        this.seed = seed;
        this.ledger = new Ledger(ledgerFile);
        this.canaryLearners = new SimulatedLearners(standard, seed + 17);
    }

    ApiClient client() {
        return client;
    }

    Ledger ledger() {
        return ledger;
    }

    /// A load that has begun.
    TurnLoad startLoad(LoadProfile shape) {
        var load = new TurnLoad(shape, seed + loads.size(), client, ledger);
        loads.add(load);
        return load.start();
    }

    /// Sends many turns by batches and returns when all are accepted.
    void importTurns(LoadProfile shape, int turns) throws InterruptedException {
        new BatchImport(shape, seed + 1000 + importCount++, client, ledger).send(turns);
    }

    /// Sends one turn of a learner that no load uses.
    ///
    /// @return the turn if it was accepted in this time
    Optional<SimulatedTurn> sendCanary(Duration timeout) throws InterruptedException {
        SimulatedTurn turn = canaryLearners.next(1_000_000);
        try (var load = new TurnLoad(standardProfile, seed, client, ledger).giveUpAfter(timeout)) {
            return load.send(turn) ? Optional.of(turn) : Optional.empty();
        }
    }

    /// Ends every load, and waits until each turn has come to its end.
    void stopLoads(Duration timeout) throws InterruptedException {
        loads.forEach(TurnLoad::stop);
        var _ = Polling.await(
                "every turn is answered", timeout, () -> loads.stream().allMatch(load -> load.pendingTurns() == 0));
    }

    @Override
    public void close() {
        loads.forEach(TurnLoad::close);
        ledger.close();
    }

    /// Clients use another instance if there is one.
    private String conversationServiceUrl() {
        List<ServiceProcess> wanted = cluster.all(Service.CONVERSATION).stream()
                .filter(ServiceProcess::isExpectedUp)
                .toList();
        List<ServiceProcess> all = wanted.isEmpty() ? cluster.all(Service.CONVERSATION) : wanted;
        if (all.isEmpty()) {
            throw new FaultTestFailure("there is no conversation-service");
        }
        return all.get(Math.floorMod(nextInstance.getAndIncrement(), all.size()))
                .url();
    }
}

package dev.parlance.journey.fault;

import dev.parlance.journey.fault.ledger.Ledger;
import dev.parlance.journey.fault.ledger.Said;
import dev.parlance.journey.fault.load.Client;
import dev.parlance.journey.fault.load.Import;
import dev.parlance.journey.fault.load.Learners;
import dev.parlance.journey.fault.load.Load;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.world.FaultFailed;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import dev.parlance.journey.fault.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// All that clients say in a run, and the ledger of what they asked and were answered.
final class Talk implements AutoCloseable {
    private final World world;
    private final Shape standard;
    private final long seed;
    private final Ledger ledger;
    private final Client client = new Client(this::conversationService);
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Load> loads = new ArrayList<>();
    private final Learners canaries;
    private int imports;

    Talk(World world, Shape standard, long seed, Path ledgerFile) {
        this.world = world;
        this.standard = standard;
        this.seed = seed;
        this.ledger = new Ledger(ledgerFile);
        this.canaries = new Learners(standard, seed + 17);
    }

    Client client() {
        return client;
    }

    Ledger ledger() {
        return ledger;
    }

    /// A load that has begun.
    Load load(Shape shape) {
        var load = new Load(shape, seed + loads.size(), client, ledger);
        loads.add(load);
        return load.start();
    }

    /// Sends many turns by batches and returns when all are accepted.
    void importing(Shape shape, int turns) throws InterruptedException {
        new Import(shape, seed + 1000 + imports++, client, ledger).send(turns);
    }

    /// One turn more, of a learner whom no load knows.
    ///
    /// @return the turn if it was accepted in this time
    Optional<Said> sayOne(Duration patience) throws InterruptedException {
        Said said = canaries.next(1_000_000);
        try (var load = new Load(standard, seed, client, ledger).abandonedAfter(patience)) {
            return load.say(said) ? Optional.of(said) : Optional.empty();
        }
    }

    /// Ends every load, and waits until each turn has come to its end.
    void end(Duration patience) throws InterruptedException {
        loads.forEach(Load::stop);
        var _ = Until.holds(
                "every turn is answered", patience, () -> loads.stream().allMatch(load -> load.open() == 0));
    }

    @Override
    public void close() {
        loads.forEach(Load::close);
        ledger.close();
    }

    /// Clients find another instance where there is one.
    private String conversationService() {
        List<Instance> wanted =
                world.all(Kind.CONVERSATION).stream().filter(Instance::isWanted).toList();
        List<Instance> all = wanted.isEmpty() ? world.all(Kind.CONVERSATION) : wanted;
        if (all.isEmpty()) {
            throw new FaultFailed("there is no conversation-service");
        }
        return all.get(Math.floorMod(calls.getAndIncrement(), all.size())).url();
    }
}

package dev.parlance.journey.fault;

import dev.parlance.journey.fault.check.Broken;
import dev.parlance.journey.fault.check.Checker;
import dev.parlance.journey.fault.check.Lag;
import dev.parlance.journey.fault.check.Tables;
import dev.parlance.journey.fault.check.Verdict;
import dev.parlance.journey.fault.ledger.History;
import dev.parlance.journey.fault.ledger.Ledger;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.ledger.Said;
import dev.parlance.journey.fault.load.Client;
import dev.parlance.journey.fault.load.Import;
import dev.parlance.journey.fault.load.Learners;
import dev.parlance.journey.fault.load.Load;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.world.FaultFailed;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Sql;
import dev.parlance.journey.fault.world.Until;
import dev.parlance.journey.fault.world.World;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// One run of one scenario on one world: the load, the ledger, and what has been found out so far.
public final class FaultRun implements AutoCloseable {
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final Duration MODULES_IN_TIME = Duration.ofSeconds(10);

    private final World world;
    private final Scale scale;
    private final long seed;
    private final Random random;
    private final String prefix;
    private final Ledger ledger;
    private final Client client;
    private final PrintStream progress;
    private final Liveness liveness;
    private final Set<String> setAsideBefore;
    private final Set<String> poison = new HashSet<>();
    private final List<Load> loads = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> proofs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Learners canaries;
    private int imports;
    private int faults;
    private Duration longestRecovery = Duration.ZERO;
    private Duration drained = Duration.ZERO;
    private boolean settled;
    private boolean duplicatesExpected;

    FaultRun(FaultScenario scenario, World world, Scale scale, long seed, Path ledgerFile, PrintStream progress) {
        this.world = world;
        this.scale = scale;
        this.seed = seed;
        this.random = new Random(seed);
        this.prefix = scenario.id();
        this.progress = progress;
        this.ledger = new Ledger(ledgerFile);
        this.client = new Client(this::conversationService);
        this.canaries = new Learners(Shape.standard(prefix), seed + 17);
        this.setAsideBefore = Tables.quarantined(checker());
        this.liveness = Liveness.watch(world);
    }

    public World world() {
        return world;
    }

    public Scale scale() {
        return scale;
    }

    public long seed() {
        return seed;
    }

    public Random random() {
        return random;
    }

    /// What every learner's id of this run begins with.
    public String prefix() {
        return prefix;
    }

    public Client client() {
        return client;
    }

    public Ledger ledger() {
        return ledger;
    }

    /// The read-only role.
    public Sql checker() {
        return world.sql("checker");
    }

    /// All that has been asked and answered by now.
    public History history() {
        return ledger.history();
    }

    /// 200 learners, 60 turns a second, one in twenty sent twice.
    public Load standardLoad() {
        return load(Shape.standard(prefix));
    }

    /// Started at once, stopped by `settle` at the latest.
    public Load load(Shape shape) {
        var load = new Load(shape, seed + loads.size(), client, ledger);
        loads.add(load);
        return load.start();
    }

    /// Sends many turns by batches and returns when all are accepted.
    public void importing(Shape shape, int turns) throws InterruptedException {
        new Import(shape, seed + 1000 + imports++, client, ledger).send(turns);
    }

    /// Says what is done now, and counts it.
    public void fault(String what) {
        faults++;
        tell("fault %d: %s".formatted(faults, what));
    }

    /// What shows that a fault was real; a count of 0 shows that it was not, and the run fails.
    public void proof(String what, long count) {
        tell("%s: %d".formatted(what, count));
        proofs.add("%s: %d".formatted(what, count));
        if (count <= 0) {
            failures.add("the fault did not bite: %s: %d".formatted(what, count));
        }
    }

    public void note(String what) {
        tell(what);
        notes.add(what);
    }

    public void require(boolean holds, String otherwise) {
        if (!holds) {
            tell("NOT HELD: " + otherwise);
            failures.add(otherwise);
        }
    }

    /// Some event must have been delivered twice, or the fault was not where it should have been (I11).
    public void expectDuplicates() {
        duplicatesExpected = true;
    }

    /// Whoever talked was answered 2xx each time.
    public void requireAllAccepted() {
        int others = history().attempts() - acceptedAttempts();
        require(others == 0, "%d attempts were not answered 2xx".formatted(others));
    }

    public int acceptedAttempts() {
        return history().count(Outcome.ACCEPTED);
    }

    /// This record will have to be in the quarantine of that service.
    public void poison(Kind reader, String topic, int partition, long offset) {
        poison.add("%s:%s/%d/%d".formatted(reader.schema(), topic, partition, offset));
    }

    /// Sends a turn now and waits until it is in its day: what a learner sees of a recovery.
    public Duration recovered(String from) throws InterruptedException {
        long begun = System.nanoTime();
        Said said = canaries.next(1_000_000);
        try (var load = new Load(Shape.standard(prefix), seed, client, ledger).abandonedAfter(RECOVERY)) {
            if (!load.say(said)) {
                throw new FaultFailed("a turn sent after %s was not accepted".formatted(from));
            }
        }
        var _ = Until.holds(
                "a turn sent after %s is in its day".formatted(from),
                RECOVERY,
                () -> checker().number("select count(*) from summary.turn_fact where turn_id = ?", said.turn()) == 1);
        Duration recovery = Duration.ofNanos(System.nanoTime() - begun);
        tell("recovered from %s in %.1f s".formatted(from, recovery.toMillis() / 1e3));
        if (recovery.compareTo(longestRecovery) > 0) {
            longestRecovery = recovery;
        }
        return recovery;
    }

    /// Lets the load go on for a while.
    public void pass(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    /// Ends the load, lets every turn come to its end, and waits until nothing waits anywhere (I7).
    public void settle(Duration patience) throws InterruptedException {
        loads.forEach(Load::stop);
        var _ = Until.holds(
                "every turn is answered", RECOVERY, () -> loads.stream().allMatch(load -> load.open() == 0));
        try (var lag = new Lag(world.kafka())) {
            Duration took = Until.holds("I7: outboxes empty and no lag", patience, () -> {
                long rows = Tables.waiting(checker());
                long records = lag.total();
                if (rows + records > 0) {
                    throw new FaultFailed("%d rows and %d records wait".formatted(rows, records));
                }
                return true;
            });
            tell("drained in %.1f s".formatted(took.toMillis() / 1e3));
            drained = took.compareTo(drained) > 0 ? took : drained;
        }
        settled = true;
    }

    /// Settles if need be, and compares everything with the ledger.
    Verdict verdict() throws InterruptedException {
        if (!settled) {
            settle(Duration.ofSeconds(90));
        }
        // Modules' days follow within ten seconds, and the last events of a day with them.
        long deadline = System.nanoTime() + MODULES_IN_TIME.toNanos();
        Verdict verdict = check();
        while (!verdict.broken().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofSeconds(1));
            verdict = check();
        }
        verdict.broken().stream().map(Broken::toString).forEach(failures::add);
        if (duplicatesExpected) {
            proof("I11: records delivered again under the same id", verdict.duplicates());
        }
        return verdict;
    }

    List<String> failures() {
        List<String> all = new ArrayList<>(failures);
        liveness.downs().stream().limit(1).forEach(down -> all.add("liveness went down: " + down));
        if (proofs.isEmpty()) {
            all.add("nothing shows that the fault was real");
        }
        return all;
    }

    List<String> proofs() {
        return proofs;
    }

    List<String> notes() {
        return notes;
    }

    int faults() {
        return faults;
    }

    Duration longestRecovery() {
        return longestRecovery;
    }

    Duration drained() {
        return drained;
    }

    @Override
    public void close() {
        loads.forEach(Load::close);
        liveness.close();
        ledger.close();
    }

    private Verdict check() {
        Set<String> quarantined = new HashSet<>(Tables.quarantined(checker()));
        quarantined.removeAll(setAsideBefore);
        return new Checker(checker(), world.kafka(), prefix, history()).check(quarantined, poison);
    }

    /// Clients find another instance where there is one.
    private String conversationService() {
        var instances = world.all(Kind.CONVERSATION).stream()
                .filter(instance -> instance.isWanted())
                .toList();
        var all = instances.isEmpty() ? world.all(Kind.CONVERSATION) : instances;
        if (all.isEmpty()) {
            throw new FaultFailed("there is no conversation-service");
        }
        return all.get(Math.floorMod(calls.getAndIncrement(), all.size())).url();
    }

    private void tell(String what) {
        progress.printf("  %s %s%n", prefix, what);
    }
}

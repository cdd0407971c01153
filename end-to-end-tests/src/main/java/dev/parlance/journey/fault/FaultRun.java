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

/// One run of one scenario on one world: the load, the ledger, and what has been found out so far.
public final class FaultRun implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final World world;
    private final Scale scale;
    private final long seed;
    private final Random random;
    private final String prefix;
    private final Talk talk;
    private final Findings findings;
    private final Liveness liveness;
    private final Set<String> setAsideBefore;
    private final Set<String> poison = new HashSet<>();
    /// What is promised is measured in full; in small, on whatever machine builds, it has only to come about.
    private final Duration recovery;

    private final Duration modulesInTime;
    private boolean settled;
    private boolean duplicatesExpected;

    FaultRun(FaultScenario scenario, World world, Scale scale, long seed, Path ledgerFile, PrintStream progress) {
        this.world = world;
        this.scale = scale;
        this.seed = seed;
        this.random = new Random(seed);
        this.prefix = scenario.id();
        this.talk = new Talk(world, Shape.standard(prefix), seed, ledgerFile);
        this.findings = new Findings(prefix, progress);
        this.setAsideBefore = Tables.quarantined(checker());
        this.recovery = scale.seconds(300, 120);
        this.modulesInTime = scale.seconds(60, 10);
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
        return talk.client();
    }

    public Ledger ledger() {
        return talk.ledger();
    }

    /// The read-only role.
    public Sql checker() {
        return world.sql("checker");
    }

    /// All that has been asked and answered by now.
    public History history() {
        return ledger().history();
    }

    /// 200 learners, 60 turns a second, one in twenty sent twice.
    public Load standardLoad() {
        return load(Shape.standard(prefix));
    }

    /// Started at once, stopped by `settle` at the latest.
    public Load load(Shape shape) {
        return talk.load(shape);
    }

    /// Sends many turns by batches and returns when all are accepted.
    public void importing(Shape shape, int turns) throws InterruptedException {
        talk.importing(shape, turns);
    }

    /// Says what is done now, and counts it.
    public void fault(String what) {
        findings.fault(what);
    }

    /// What shows that a fault was real; a count of 0 shows that it was not, and the run fails.
    public void proof(String what, long count) {
        findings.proof(what, count);
    }

    public void note(String what) {
        findings.note(what);
    }

    public void require(boolean holds, String otherwise) {
        findings.require(holds, otherwise);
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
        Said said = talk.sayOne(recovery)
                .orElseThrow(() -> new FaultFailed("a turn sent after %s was not accepted".formatted(from)));
        var _ = Until.holds(
                "a turn sent after %s is in its day".formatted(from),
                recovery,
                () -> checker().number("select count(*) from summary.turn_fact where turn_id = ?", said.turn()) == 1);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        findings.recovered(from, took);
        return took;
    }

    /// Lets the load go on for a while.
    public void pass(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    /// Ends the load, lets every turn come to its end, and waits until nothing waits anywhere (I7), nor any day of a
    /// module.
    public void settle(Duration patience) throws InterruptedException {
        talk.end(recovery);
        try (var lag = new Lag(world.kafka())) {
            Duration took = Until.holds("I7: outboxes empty and no lag", patience, () -> {
                long rows = Tables.waiting(checker());
                long records = lag.total();
                if (rows + records > 0) {
                    throw new FaultFailed("%d rows and %d records wait".formatted(rows, records));
                }
                return true;
            });
            findings.drained(took);
        }
        awaitModules();
        settled = true;
    }

    /// They follow by a clock of their own.
    private void awaitModules() throws InterruptedException {
        long deadline = System.nanoTime() + modulesInTime.toNanos();
        while (Tables.marked(checker()) + Tables.waiting(checker()) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(LOOK);
        }
    }

    /// Settles if need be, and compares everything with the ledger.
    Verdict verdict() throws InterruptedException {
        if (!settled) {
            settle(scale.seconds(240, 90));
        }
        // Modules' days follow, and the last events of a day with them.
        long deadline = System.nanoTime() + modulesInTime.toNanos();
        Verdict verdict = check();
        while (!verdict.broken().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofSeconds(1));
            verdict = check();
        }
        verdict.broken().stream().map(Broken::toString).forEach(findings::failure);
        if (duplicatesExpected) {
            proof("I11: records delivered again under the same id", verdict.duplicates());
        }
        return verdict;
    }

    /// What was not as it must be, whoever found it.
    List<String> failures() {
        List<String> all = new ArrayList<>(findings.failures());
        liveness.downs().stream().limit(1).forEach(down -> all.add("liveness went down: " + down));
        if (findings.proofs().isEmpty()) {
            all.add("nothing shows that the fault was real");
        }
        return all;
    }

    Findings findings() {
        return findings;
    }

    @Override
    public void close() {
        talk.close();
        liveness.close();
    }

    private Verdict check() {
        Set<String> quarantined = new HashSet<>(Tables.quarantined(checker()));
        quarantined.removeAll(setAsideBefore);
        return new Checker(checker(), world.kafka(), prefix, history()).check(quarantined, poison);
    }
}

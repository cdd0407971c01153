package dev.parlance.fault.run;

import dev.parlance.fault.check.CheckResult;
import dev.parlance.fault.check.InvariantChecker;
import dev.parlance.fault.check.InvariantViolation;
import dev.parlance.fault.check.ServiceTables;
import dev.parlance.fault.check.TableSnapshot;
import dev.parlance.fault.cluster.ConsumerGroups;
import dev.parlance.fault.cluster.FaultTestFailure;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.cluster.TestCluster;
import dev.parlance.fault.ledger.Ledger;
import dev.parlance.fault.ledger.LedgerHistory;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.fault.load.ApiClient;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.load.TurnLoad;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.SqlClient;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// One run of one scenario on one cluster: the load, the ledger, and the findings so far.
public final class FaultRun implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final TestCluster cluster;
    private final Scale scale;
    private final long seed;
    private final Random random;
    private final String prefix;
    private final ClientTraffic traffic;
    private final RunFindings findings;
    private final LivenessMonitor liveness;
    private final Set<String> quarantinedBefore;
    private final Set<String> expectedQuarantined = new HashSet<>();
    /// What is promised is measured in full; in small, on whatever machine builds, it has only to come about.
    private final Duration recoveryTimeout;

    private final Duration moduleDaysTimeout;
    private boolean drained;
    private boolean duplicatesExpected;

    public FaultRun(
            FaultScenario scenario,
            TestCluster cluster,
            Scale scale,
            long seed,
            Path ledgerFile,
            PrintStream progress) {
        this.cluster = cluster;
        this.scale = scale;
        this.seed = seed;
        this.random = new Random(seed);
        this.prefix = scenario.id();
        this.traffic = new ClientTraffic(cluster, LoadProfile.standard(prefix), seed, ledgerFile);
        this.findings = new RunFindings(prefix, progress);
        this.quarantinedBefore = ServiceTables.findQuarantined(readOnlySql());
        this.recoveryTimeout = scale.seconds(300, 120);
        this.moduleDaysTimeout = scale.seconds(60, 10);
        this.liveness = LivenessMonitor.start(cluster);
    }

    public TestCluster cluster() {
        return cluster;
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

    public ApiClient client() {
        return traffic.client();
    }

    public Ledger ledger() {
        return traffic.ledger();
    }

    /// The read-only role.
    public SqlClient readOnlySql() {
        return cluster.sql("checker");
    }

    /// All that has been asked and answered by now.
    public LedgerHistory history() {
        return ledger().history();
    }

    /// 200 learners, 60 turns a second, one in twenty sent twice.
    public TurnLoad startStandardLoad() {
        return startLoad(LoadProfile.standard(prefix));
    }

    /// Started at once, stopped by `settle` at the latest.
    public TurnLoad startLoad(LoadProfile shape) {
        return traffic.startLoad(shape);
    }

    /// Sends many turns by batches and returns when all are accepted.
    public void importTurns(LoadProfile shape, int turns) throws InterruptedException {
        traffic.importTurns(shape, turns);
    }

    /// Prints and counts a fault that is injected now.
    public void recordFault(String what) {
        findings.recordFault(what);
    }

    /// Records what proves that a fault was effective; with a count of 0 it was not, and the run fails.
    public void recordProof(String what, long count) {
        findings.recordProof(what, count);
    }

    public void note(String what) {
        findings.note(what);
    }

    public void require(boolean holds, String message) {
        findings.require(holds, message);
    }

    /// What the services have derived from the turns of this run so far.
    public TableSnapshot takeSnapshot() {
        return TableSnapshot.of(readOnlySql(), prefix);
    }

    /// @param event what happened since the snapshot, for the message
    public void requireEqual(TableSnapshot before, String event) {
        List<String> differences = before.differences(takeSnapshot());
        require(differences.isEmpty(), "tables differ after %s: %s".formatted(event, differences));
    }

    /// Requires that some event was delivered twice (I11); otherwise the fault was not effective.
    public void expectDuplicates() {
        duplicatesExpected = true;
    }

    /// Requires that every attempt was answered by 2xx.
    public void requireAllAccepted() {
        int others = history().attempts() - acceptedAttempts();
        require(others == 0, "%d attempts were not answered 2xx".formatted(others));
    }

    public int acceptedAttempts() {
        return history().count(Outcome.ACCEPTED);
    }

    /// Requires that this record is in the quarantine of that service at the end.
    public void expectQuarantined(Service reader, String topic, int partition, long offset) {
        expectedQuarantined.add("%s:%s/%d/%d".formatted(reader.schema(), topic, partition, offset));
    }

    /// Sends a turn now and waits until it is in its day: what a learner sees of a recovery.
    public Duration awaitRecovery(String from) throws InterruptedException {
        long begun = System.nanoTime();
        SimulatedTurn turn = traffic.sendCanary(recoveryTimeout)
                .orElseThrow(() -> new FaultTestFailure("a turn sent after %s was not accepted".formatted(from)));
        var _ = Polling.await(
                "a turn sent after %s is in its day".formatted(from),
                recoveryTimeout,
                () -> readOnlySql().queryLong("select count(*) from summary.turn_fact where turn_id = ?", turn.turn())
                        == 1);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        findings.recordRecovery(from, took);
        return took;
    }

    /// Waits while the load continues.
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    /// Ends the load, lets every turn come to its end, and waits until nothing waits anywhere (I7), nor any day of a
    /// module.
    public void drain(Duration timeout) throws InterruptedException {
        traffic.stopLoads(recoveryTimeout);
        try (var lag = new ConsumerGroups(cluster.bootstrapServers())) {
            Duration took = Polling.await("I7: outboxes empty and no lag", timeout, () -> {
                long rows = ServiceTables.countOutboxRows(readOnlySql());
                long records = lag.totalLag();
                if (rows + records > 0) {
                    throw new FaultTestFailure("%d rows and %d records wait".formatted(rows, records));
                }
                return true;
            });
            findings.drained(took);
        }
        awaitModuleDays();
        drained = true;
    }

    /// They are computed on a schedule of their own.
    private void awaitModuleDays() throws InterruptedException {
        long deadline = System.nanoTime() + moduleDaysTimeout.toNanos();
        while (ServiceTables.countDirtyModuleDays(readOnlySql()) + ServiceTables.countOutboxRows(readOnlySql()) > 0
                && System.nanoTime() < deadline) {
            Thread.sleep(POLL_INTERVAL);
        }
    }

    /// Settles if need be, and compares everything with the ledger.
    public CheckResult checkInvariants() throws InterruptedException {
        if (!drained) {
            drain(scale.seconds(240, 90));
        }
        // Modules' days follow, and the last events of a day with them.
        long deadline = System.nanoTime() + moduleDaysTimeout.toNanos();
        CheckResult verdict = checkOnce();
        while (!verdict.violations().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofSeconds(1));
            verdict = checkOnce();
        }
        verdict.violations().stream().map(InvariantViolation::toString).forEach(findings::recordFailure);
        if (duplicatesExpected) {
            recordProof("I11: records delivered again under the same id", verdict.duplicates());
        }
        return verdict;
    }

    /// All failures of the run, those of the liveness monitor included.
    public List<String> failures() {
        List<String> all = new ArrayList<>(findings.failures());
        liveness.failures().stream().limit(1).forEach(down -> all.add("liveness went down: " + down));
        if (findings.proofs().isEmpty()) {
            all.add("nothing shows that the fault was real");
        }
        return all;
    }

    public RunFindings findings() {
        return findings;
    }

    @Override
    public void close() {
        traffic.close();
        liveness.close();
    }

    private CheckResult checkOnce() {
        Set<String> quarantined = new HashSet<>(ServiceTables.findQuarantined(readOnlySql()));
        quarantined.removeAll(quarantinedBefore);
        return new InvariantChecker(readOnlySql(), cluster.bootstrapServers(), prefix, history())
                .check(quarantined, expectedQuarantined);
    }
}

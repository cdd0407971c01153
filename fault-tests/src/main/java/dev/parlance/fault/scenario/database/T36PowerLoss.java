package dev.parlance.fault.scenario.database;

import dev.parlance.fault.cluster.ConsumerGroups;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.ledger.LedgerHistory.TurnHistory;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A machine loses power, or stands still, while a transaction of its service holds locks that others need.
public final class T36PowerLoss implements FaultScenario {
    /// As PostgreSQL shows the sessions of the instance that stands still.
    private static final String SESSION_NAME = "stands-still";

    private static final String CONVERSATION_LOCKS =
            "relation = 'conversation.conversation'::regclass and mode in ('RowShareLock', 'RowExclusiveLock')";
    private static final String LEARNER_LOCKS = "locktype = 'advisory' and granted";

    private static final Duration CATCH_TIMEOUT = Duration.ofSeconds(240);
    private static final Duration REBALANCE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(30);
    /// The others must first take over the partitions.
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T36";
    }

    @Override
    public String title() {
        return "power loss while holding locks";
    }

    @Override
    public String promise() {
        return "SIGSTOP for 5 min to an instance of conversation-service inside a transaction that holds locks, for"
                + " 1 min to one of each reader: within 30 s the other instance has written every turn that was sent"
                + " before, within 60 s the readers have counted them; nothing is lost or doubled when it returns";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.startStandardLoad();
        for (Service service : new Service[] {Service.CONVERSATION, Service.ANALYSIS, Service.SUMMARY}) {
            ServiceProcess victim = startSecondInstance(run, service);
            String locks = service == Service.CONVERSATION ? CONVERSATION_LOCKS : LEARNER_LOCKS;
            long transactions = stopInsideTransaction(run, victim, locks);
            long stoppedAt = System.nanoTime();
            Duration length = run.scale().seconds(20, service == Service.CONVERSATION ? 300 : 60);
            run.recordFault("an instance of %s stands still inside a transaction for %d s"
                    .formatted(service.module(), length.toSeconds()));
            run.recordProof("transactions of %s that hold locks".formatted(service.module()), transactions);
            awaitProgress(run, service, stoppedAt);
            var _ = Polling.await(
                    "its locks are released", WRITE_TIMEOUT, () -> transactionsWithLocks(run, locks) == 0);
            run.note("%s: its locks were released within %.1f s"
                    .formatted(service.module(), (System.nanoTime() - stoppedAt) / 1e9));
            run.sleep(length.minusNanos(System.nanoTime() - stoppedAt));
            victim.resume();
            run.awaitRecovery("the return of an instance of " + service.module());
            run.sleep(Duration.ofSeconds(5));
            run.cluster().remove(victim);
        }
        run.drain(Duration.ofSeconds(90));
    }

    private static ServiceProcess startSecondInstance(FaultRun run, Service service) throws Exception {
        try (var groups = new ConsumerGroups(run.cluster().bootstrapServers())) {
            int alone = groups.countMembers(service);
            ServiceProcess second = run.cluster().newInstance(service);
            second.start("-Dquarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName=" + SESSION_NAME);
            var _ = Polling.await("both read", REBALANCE_TIMEOUT, () -> groups.countMembers(service) == 2 * alone);
            return second;
        }
    }

    /// Stops it again and again until that happens inside a transaction with locks.
    ///
    /// @return how many transactions these are
    private static long stopInsideTransaction(FaultRun run, ServiceProcess victim, String locks)
            throws InterruptedException {
        var _ = Polling.await("it stands still inside a transaction", CATCH_TIMEOUT, () -> {
            victim.pause();
            if (transactionsWithLocks(run, locks) > 0) {
                return true;
            }
            victim.resume();
            return false;
        });
        return transactionsWithLocks(run, locks);
    }

    /// Only a superuser sees the sessions of other roles.
    private static long transactionsWithLocks(FaultRun run, String locks) {
        return run.cluster().sql("postgres").queryLong("""
                select count(distinct pid) from pg_locks join pg_stat_activity using (pid)
                where application_name = ? and state = 'idle in transaction' and %s
                """.formatted(locks), SESSION_NAME);
    }

    private static void awaitProgress(FaultRun run, Service service, long stoppedAt) throws InterruptedException {
        List<TurnHistory> sent = run.history().turns().values().stream()
                .filter(turn -> turn.firstAttemptAt() < stoppedAt)
                .toList();
        Set<UUID> ids = sent.stream().map(turn -> turn.simulatedTurn().turn()).collect(Collectors.toSet());
        Duration took = service == Service.CONVERSATION
                ? Polling.await(
                        "every turn sent before is written by the other instance",
                        WRITE_TIMEOUT,
                        () -> run.history().accepted().containsAll(ids))
                : Polling.await(
                        "every turn sent before is counted by the other instance", READ_TIMEOUT, () -> countedTurns(run)
                                .containsAll(ids));
        run.note("%s: the other instance had caught up with %d turns after %.1f s"
                .formatted(service.module(), sent.size(), took.toMillis() / 1e3));
    }

    private static Set<UUID> countedTurns(FaultRun run) {
        return Set.copyOf(run.readOnlySql()
                .query(
                        "select turn_id from summary.turn_fact where learner_id like ?",
                        row -> row.getObject(1, UUID.class),
                        run.prefix() + "%"));
    }
}

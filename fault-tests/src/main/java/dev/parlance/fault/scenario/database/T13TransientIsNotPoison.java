package dev.parlance.fault.scenario.database;

import dev.parlance.fault.network.ChaosProxy;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// What the readers work with is slow, locked, and gone every other moment; their records are good all the same. There
/// is no helper over the network yet, so the database is the one that fails.
public final class T13TransientIsNotPoison implements FaultScenario {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Override
    public String id() {
        return "T13";
    }

    @Override
    public String title() {
        return "transient is not poison";
    }

    @Override
    public String promise() {
        return "the readers' database fails, is cut every other second and locked, for 2 min: nothing set aside, all"
                + " done after";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.startStandardLoad();
        long waits = run.cluster().countLogLines("event=retry-scheduled");
        int locks = 0;
        long end = System.nanoTime() + run.scale().seconds(12, 120).toNanos();
        while (System.nanoTime() < end) {
            run.recordFault("connections of the readers are cut, their tables locked for a moment");
            for (Service service : new Service[] {Service.ANALYSIS, Service.SUMMARY}) {
                ChaosProxy wire = run.cluster().databaseProxy(service);
                wire.resetAll();
            }
            try (Connection connection = run.cluster().sql("postgres").connect()) {
                locks += lock(connection) ? 1 : 0;
                run.sleep(Duration.ofMillis(1500));
                connection.rollback();
            }
            run.sleep(Duration.ofMillis(1500));
        }
        run.awaitRecovery("two minutes of trouble");
        run.drain(Duration.ofSeconds(90));
        int resets = 0;
        for (Service service : new Service[] {Service.ANALYSIS, Service.SUMMARY}) {
            resets += run.cluster().databaseProxy(service).resets();
        }
        run.recordProof("connections cut", resets);
        run.recordProof("locks held for a while", locks);
        run.recordProof(
                "times that a reader waited for its storage",
                run.cluster().countLogLines("event=retry-scheduled") - waits);
    }

    /// @return whether they could be locked; under load the lock may time out
    private static boolean lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("lock table analysis.analyzed_turn, summary.turn_fact in access exclusive mode");
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}

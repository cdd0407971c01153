package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.proxy.ChaosProxy;
import dev.parlance.journey.fault.world.Kind;
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
        run.standardLoad();
        long waits = waits(run);
        int locks = 0;
        long end = System.nanoTime() + run.scale().seconds(12, 120).toNanos();
        while (System.nanoTime() < end) {
            run.fault("connections of the readers are cut, their tables locked for a moment");
            for (Kind kind : new Kind[] {Kind.ANALYSIS, Kind.SUMMARY}) {
                ChaosProxy wire = run.world().databaseWire(kind);
                wire.resetAll();
            }
            try (Connection connection = run.world().sql("postgres").open()) {
                locks += lock(connection) ? 1 : 0;
                run.pass(Duration.ofMillis(1500));
                connection.rollback();
            }
            run.pass(Duration.ofMillis(1500));
        }
        run.recovered("two minutes of trouble");
        run.settle(Duration.ofSeconds(90));
        int resets = 0;
        for (Kind kind : new Kind[] {Kind.ANALYSIS, Kind.SUMMARY}) {
            resets += run.world().databaseWire(kind).resets();
        }
        run.proof("connections cut", resets);
        run.proof("locks held for a while", locks);
        run.proof("times that a reader waited for its storage", waits(run) - waits);
    }

    /// @return whether they could be locked; under load, somebody else may always be first
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

    private static long waits(FaultRun run) {
        return run.world().all().stream()
                .mapToLong(instance -> instance.logged("event=waiting-for-storage"))
                .sum();
    }
}

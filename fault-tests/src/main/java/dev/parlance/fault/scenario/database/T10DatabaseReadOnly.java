package dev.parlance.fault.scenario.database;

import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.SqlClient;
import java.time.Duration;

/// What a failover looks like from below: for a while nothing can be written, then every connection is cut.
public final class T10DatabaseReadOnly implements FaultScenario {
    @Override
    public String id() {
        return "T10";
    }

    @Override
    public String title() {
        return "database read-only, then cut";
    }

    @Override
    public String promise() {
        return "read-only for 20 s, then all connections terminated: 503 and not 500, nothing set aside";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        SqlClient admin = run.cluster().sql("postgres");
        run.startStandardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            run.sleep(Duration.ofSeconds(3));
            int before = run.history().count(Outcome.UNAVAILABLE);
            run.recordFault("the database takes no writes");
            admin.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
            run.sleep(run.scale().seconds(12, 20)); // longer than the retries of the turn writers
            admin.execute(
                    "set default_transaction_read_only = off",
                    "alter system reset default_transaction_read_only",
                    "select pg_reload_conf()");
            run.recordProof("turns answered 503 meanwhile", run.history().count(Outcome.UNAVAILABLE) - before);
            run.awaitRecovery("read-only");
            run.recordFault("all connections are terminated");
            run.recordProof("connections terminated", admin.queryLong("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where pid <> pg_backend_pid() and backend_type = 'client backend' and usename <> 'checker'
                """));
            run.awaitRecovery("the cut");
        }
        run.drain(Duration.ofSeconds(60));
        run.require(
                run.history().count(Outcome.FAILED) == 0,
                run.history().count(Outcome.FAILED) + " turns were answered 5xx other than 503");
    }
}

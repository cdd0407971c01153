package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.world.Sql;
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
        Sql admin = run.world().sql("postgres");
        run.standardLoad();
        for (int round = 0; round < run.scale().pick(1, 3); round++) {
            run.pass(Duration.ofSeconds(3));
            int before = run.history().count(Outcome.UNAVAILABLE);
            run.fault("the database takes no writes");
            admin.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
            run.pass(run.scale().seconds(12, 20)); // for longer than the writers of turns have patience
            admin.execute(
                    "set default_transaction_read_only = off",
                    "alter system reset default_transaction_read_only",
                    "select pg_reload_conf()");
            run.proof("turns answered 503 meanwhile", run.history().count(Outcome.UNAVAILABLE) - before);
            run.recovered("read-only");
            run.fault("all connections are terminated");
            run.proof("connections terminated", admin.number("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where pid <> pg_backend_pid() and backend_type = 'client backend' and usename <> 'checker'
                """));
            run.recovered("the cut");
        }
        run.settle(Duration.ofSeconds(60));
        run.require(
                run.history().count(Outcome.FAILED) == 0,
                run.history().count(Outcome.FAILED) + " turns were answered 5xx other than 503");
    }
}

package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.proxy.Weather;
import dev.parlance.journey.fault.world.Until;
import java.sql.Connection;
import java.time.Duration;

/// Somebody reads the database for minutes in one transaction (a report, a backup): rows that were deleted stay.
public final class T25HeldSnapshot implements FaultScenario {
    private static final double PART = 0.7;

    @Override
    public String id() {
        return "T25";
    }

    @Override
    public String title() {
        return "held snapshot";
    }

    @Override
    public String promise() {
        return "a REPEATABLE READ transaction open for 5 min under load: the relay keeps at least 70 % of its rate";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        int backlog = run.scale().pick(3_000, 30_000);
        rate(run, backlog / 3); // the first is for warming up
        double before = rate(run, backlog);
        try (Connection connection = run.world().sql("checker").open()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("select count(*) from conversation.outbox");
            }
            run.fault("a transaction holds its snapshot");
            run.importing(Shape.standard(run.prefix()), run.scale().pick(3_000, 50_000));
            run.load(Shape.standard(run.prefix()).at(120));
            run.pass(run.scale().seconds(15, 300));
            run.settle(Duration.ofMinutes(5));
            double during = rate(run, backlog);
            long dead = run.checker().number("""
                select n_dead_tup from pg_stat_user_tables where schemaname = 'conversation' and relname like 'outbox%'
                order by n_dead_tup desc limit 1
                """);
            run.proof("dead rows that the snapshot keeps in the outbox", dead);
            run.note("relay: %.0f rows/s before, %.0f rows/s with the snapshot held".formatted(before, during));
            run.require(during >= PART * before, "the relay fell from %.0f to %.0f rows/s".formatted(before, during));
        }
    }

    /// Rows a second that the relay sends of a backlog, with nothing else to do for conversation-service.
    private static double rate(FaultRun run, int backlog) throws InterruptedException {
        run.world().kafkaWire().set(new Weather.Gone());
        run.importing(Shape.standard(run.prefix()), backlog);
        long waiting = run.checker().number("select count(*) from conversation.outbox");
        run.world().kafkaWire().clear();
        var _ = Until.holds("the relay begins", Duration.ofMinutes(2), () -> waiting(run) < waiting);
        long begun = System.nanoTime();
        long left = waiting(run);
        var _ = Until.holds("the relay is done", Duration.ofMinutes(5), () -> waiting(run) == 0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        run.settle(Duration.ofMinutes(5));
        return left / seconds;
    }

    private static long waiting(FaultRun run) {
        return run.checker().number("select count(*) from conversation.outbox");
    }
}

package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.proxy.Weather;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
        int backlog = run.scale().pick(3_000, 60_000);
        double before = warmRate(run, backlog);
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
            double during = warmRate(run, backlog);
            long dead = run.checker().number("""
                select n_dead_tup from pg_stat_user_tables where schemaname = 'conversation' and relname like 'outbox%'
                order by n_dead_tup desc limit 1
                """);
            run.proof("dead rows that the snapshot keeps in the outbox", dead);
            run.note("relay: %.0f rows/s before, %.0f rows/s with the snapshot held".formatted(before, during));
            run.require(during >= PART * before, "the relay fell from %.0f to %.0f rows/s".formatted(before, during));
        }
    }

    /// The median of three rushes, each of which takes only seconds. The first one after some calm minutes is slower,
    /// snapshot or not, and for warming up.
    private static double warmRate(FaultRun run, int backlog) throws Exception {
        double cold = rate(run, backlog / 3);
        double[] warm = {rate(run, backlog), rate(run, backlog), rate(run, backlog)};
        run.note("relay: %.0f rows/s at first, %s rows/s then"
                .formatted(cold, Arrays.stream(warm).mapToObj("%.0f"::formatted).collect(Collectors.joining(", "))));
        Arrays.sort(warm);
        return warm[1];
    }

    /// Rows a second that the relay sends of a backlog, with nothing else to do for conversation-service. Those who
    /// read stand still: it is chance whether they are back at once or after some seconds, and they would take both
    /// cores. The relay's own count tells: to count the outbox is to read its dead rows, which would slow down what
    /// is measured.
    private static double rate(FaultRun run, int backlog) throws Exception {
        run.world().kafkaWire().set(new Weather.Gone());
        run.importing(Shape.standard(run.prefix()), backlog);
        double before = sent(run);
        double waiting = run.checker().number("select count(*) from conversation.outbox");
        readers(run).forEach(Instance::pause);
        run.world().kafkaWire().clear();
        var _ = Until.holds("the relay begins", Duration.ofMinutes(2), () -> sent(run) > before);
        long begun = System.nanoTime();
        double left = before + waiting - sent(run);
        var _ = Until.holds("the relay is done", Duration.ofMinutes(5), () -> sent(run) >= before + waiting);
        double seconds = (System.nanoTime() - begun) / 1e9;
        readers(run).forEach(Instance::resume);
        run.settle(Duration.ofMinutes(5));
        return left / seconds;
    }

    private static List<Instance> readers(FaultRun run) {
        return List.of(run.world().first(Kind.ANALYSIS), run.world().first(Kind.SUMMARY));
    }

    private static double sent(FaultRun run) throws Exception {
        return run.world().first(Kind.CONVERSATION).metric("parlance_relay_sent_total");
    }
}

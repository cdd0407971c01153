package dev.parlance.fault.scenario.database;

import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Somebody reads the database for minutes in one transaction (a report, a backup): rows that were deleted stay.
public final class T25HeldSnapshot implements FaultScenario {
    private static final double MIN_RATE_RATIO = 0.7;

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
        double before = medianRelayRate(run, backlog);
        try (Connection connection = run.cluster().sql("checker").connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("select count(*) from conversation.outbox");
            }
            run.recordFault("a transaction holds its snapshot");
            run.importTurns(LoadProfile.standard(run.prefix()), run.scale().pick(3_000, 50_000));
            run.startLoad(LoadProfile.standard(run.prefix()).withTurnsPerSecond(120));
            run.sleep(run.scale().seconds(15, 300));
            run.drain(Duration.ofMinutes(5));
            double during = medianRelayRate(run, backlog);
            long dead = run.readOnlySql().queryLong("""
                select n_dead_tup from pg_stat_user_tables where schemaname = 'conversation' and relname like 'outbox%'
                order by n_dead_tup desc limit 1
                """);
            run.recordProof("dead rows that the snapshot keeps in the outbox", dead);
            run.note("relay: %.0f rows/s before, %.0f rows/s with the snapshot held".formatted(before, during));
            run.require(
                    during >= MIN_RATE_RATIO * before,
                    "the relay fell from %.0f to %.0f rows/s".formatted(before, during));
        }
    }

    /// The median of three rushes, each of which takes only seconds. The first one after some calm minutes is slower,
    /// snapshot or not, and for warming up.
    private static double medianRelayRate(FaultRun run, int backlog) throws Exception {
        double cold = relayRate(run, backlog / 3);
        double[] warm = {relayRate(run, backlog), relayRate(run, backlog), relayRate(run, backlog)};
        run.note("relay: %.0f rows/s at first, %s rows/s then"
                .formatted(cold, Arrays.stream(warm).mapToObj("%.0f"::formatted).collect(Collectors.joining(", "))));
        Arrays.sort(warm);
        return warm[1];
    }

    /// Rows a second that the relay sends of a backlog, with nothing else to do for conversation-service. Those who
    /// read stand still: it is chance whether they are back at once or after some seconds, and they would take both
    /// cores. The relay's own count tells: to count the outbox is to read its dead rows, which would slow down what
    /// is measured.
    private static double relayRate(FaultRun run, int backlog) throws Exception {
        run.cluster().kafkaProxy().apply(new NetworkFault.Down());
        run.importTurns(LoadProfile.standard(run.prefix()), backlog);
        double before = relayedRows(run);
        double waiting = run.readOnlySql().queryLong("select count(*) from conversation.outbox");
        consumers(run).forEach(ServiceProcess::pause);
        run.cluster().kafkaProxy().clear();
        var _ = Polling.await("the relay begins", Duration.ofMinutes(2), () -> relayedRows(run) > before);
        long begun = System.nanoTime();
        double left = before + waiting - relayedRows(run);
        var _ = Polling.await("the relay is done", Duration.ofMinutes(5), () -> relayedRows(run) >= before + waiting);
        double seconds = (System.nanoTime() - begun) / 1e9;
        consumers(run).forEach(ServiceProcess::resume);
        run.drain(Duration.ofMinutes(5));
        return left / seconds;
    }

    private static List<ServiceProcess> consumers(FaultRun run) {
        return List.of(run.cluster().first(Service.ANALYSIS), run.cluster().first(Service.SUMMARY));
    }

    private static double relayedRows(FaultRun run) throws Exception {
        return run.cluster().first(Service.CONVERSATION).metric("parlance_relay_sent_records_total");
    }
}

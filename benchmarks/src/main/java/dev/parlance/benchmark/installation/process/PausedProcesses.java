package dev.parlance.benchmark.installation.process;

import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.ProcessSignal;
import dev.parlance.platform.client.SqlClient;
import java.time.Duration;
import java.util.Map;

/// Services that do nothing at all until they are thawed: their processes are stopped where they stand, outside of any
/// transaction, so that none of them holds a lock.
public final class PausedProcesses implements AutoCloseable {
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(50);
    private static final int MAX_ATTEMPTS = 100;

    private final Map<String, Long> pidsByService;
    private boolean resumed;

    private PausedProcesses(Map<String, Long> services) {
        this.pidsByService = services;
    }

    public static PausedProcesses pause(Map<String, Long> services, SqlClient postgres) throws InterruptedException {
        var frozen = new PausedProcesses(services);
        for (int tries = 0; tries < MAX_ATTEMPTS; tries++) {
            frozen.send(ProcessSignal.STOP);
            if (!frozen.hasBusyConnections(postgres)) {
                return frozen;
            }
            frozen.send(ProcessSignal.CONT);
            Thread.sleep(RETRY_INTERVAL);
        }
        frozen.close();
        throw Failure.failed("%s would not come to rest.".formatted(services.keySet()));
    }

    private boolean hasBusyConnections(SqlClient postgres) {
        String[] roles =
                pidsByService.keySet().stream().map(name -> name + "_app").toArray(String[]::new);
        return postgres.queryLong(
                        "select count(*) from pg_stat_activity where usename = any(?) and state <> 'idle'",
                        (Object) roles)
                > 0;
    }

    /// Resumes them.
    @Override
    public void close() {
        if (!resumed) {
            resumed = true;
            send(ProcessSignal.CONT);
        }
    }

    private void send(ProcessSignal signal) {
        pidsByService.values().forEach(signal::sendTo);
    }
}

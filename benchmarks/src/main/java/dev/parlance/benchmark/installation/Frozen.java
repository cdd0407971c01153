package dev.parlance.benchmark.installation;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Services that do nothing at all until they are thawed: their processes are stopped where they stand, outside of any
/// transaction, so that nobody waits for a lock of theirs.
public final class Frozen implements AutoCloseable {
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final int TRIES = 100;

    private final Map<String, Long> services;
    private boolean thawed;

    private Frozen(Map<String, Long> services) {
        this.services = services;
    }

    static Frozen freeze(Map<String, Long> services, Postgres postgres) throws InterruptedException {
        var frozen = new Frozen(services);
        for (int tries = 0; tries < TRIES; tries++) {
            frozen.signal("STOP");
            if (!frozen.areAtWork(postgres)) {
                return frozen;
            }
            frozen.signal("CONT");
            Thread.sleep(A_MOMENT);
        }
        frozen.close();
        throw Failure.failed("%s would not come to rest.".formatted(services.keySet()));
    }

    private boolean areAtWork(Postgres postgres) {
        List<String> roles =
                services.keySet().stream().map(name -> name + "_app").toList();
        try (var connection = postgres.connect();
                var query = connection.prepareStatement(
                        "select from pg_stat_activity where usename = any(?) and state <> 'idle'")) {
            query.setArray(1, connection.createArrayOf("text", roles.toArray()));
            return query.executeQuery().next();
        } catch (SQLException e) {
            throw Failure.failed("PostgreSQL does not say who is at work (%s).".formatted(e.getMessage()));
        }
    }

    /// They go on.
    @Override
    public void close() {
        if (!thawed) {
            thawed = true;
            signal("CONT");
        }
    }

    /// Java itself can send TERM and KILL only.
    private void signal(String name) {
        for (long pid : services.values()) {
            try {
                new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, pid))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw Failure.failed("%s could not be sent (%s).".formatted(name, e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

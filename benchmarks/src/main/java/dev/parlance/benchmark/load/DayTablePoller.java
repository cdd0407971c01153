package dev.parlance.benchmark.load;

import dev.parlance.benchmark.installation.storage.BackgroundTask;
import dev.parlance.platform.client.SqlClient;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Polls the days of some learners in the table and records them. With a poll every 10 ms a day is found up to 10 ms
/// late; for a hundred learners this takes a few per cent of a core.
public final class DayTablePoller {
    private static final long POLL_INTERVAL_NANOS = Duration.ofMillis(10).toNanos();

    private final SqlClient postgres;
    private final List<String> learners;
    private final TurnLatencies latencies;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private DayTablePoller(SqlClient postgres, List<String> learners, TurnLatencies counted) {
        this.postgres = postgres;
        this.learners = learners;
        this.latencies = counted;
    }

    /// The days of these learners from today on.
    public static BackgroundTask start(SqlClient postgres, List<String> learners, TurnLatencies counted) {
        return BackgroundTask.start("the table of days", new DayTablePoller(postgres, learners, counted)::poll);
    }

    private void poll(BooleanSupplier closed) throws SQLException {
        try (var connection = postgres.connect();
                var query = connection.prepareStatement("select learner_id, date::text, turns from summary.learner_day"
                        + " where tenant = 'default' and learner_id = any(?) and date >= ?::date")) {
            query.setArray(1, connection.createArrayOf("text", learners.toArray()));
            query.setString(2, today.toString());
            while (!closed.getAsBoolean()) {
                poll(query);
                LockSupport.parkNanos(POLL_INTERVAL_NANOS);
            }
        }
    }

    private void poll(PreparedStatement query) throws SQLException {
        try (ResultSet day = query.executeQuery()) {
            long at = System.nanoTime();
            while (day.next()) {
                latencies.recordDay(day.getString(1), day.getString(2), day.getInt(3), at);
            }
        }
    }
}

package dev.parlance.benchmark.load;

import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Postgres;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Looks again and again at the days of some learners in the table itself, and tells the ledger what it sees. A look
/// every 10 ms finds a day up to 10 ms late; for a hundred learners it costs a few per cent of a core.
public final class DayTable implements AutoCloseable {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(10).toNanos();

    private final Postgres postgres;
    private final List<String> learners;
    private final CountedTurns counted;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Thread thread = Thread.ofPlatform().name("day-table").unstarted(this::watch);
    private volatile boolean closed;
    private volatile SQLException failure;

    private DayTable(Postgres postgres, List<String> learners, CountedTurns counted) {
        this.postgres = postgres;
        this.learners = learners;
        this.counted = counted;
    }

    /// The days of these learners from today on.
    public static DayTable watch(Postgres postgres, List<String> learners, CountedTurns counted) {
        var table = new DayTable(postgres, learners, counted);
        table.thread.start();
        return table;
    }

    private void watch() {
        try (var connection = postgres.connect();
                var query = connection.prepareStatement("select learner_id, date::text, turns from summary.learner_day"
                        + " where tenant = 'default' and learner_id = any(?) and date >= ?::date")) {
            query.setArray(1, connection.createArrayOf("text", learners.toArray()));
            query.setString(2, today.toString());
            while (!closed) {
                look(query);
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void look(PreparedStatement query) throws SQLException {
        try (ResultSet day = query.executeQuery()) {
            long at = System.nanoTime();
            while (day.next()) {
                counted.counted(day.getString(1), day.getString(2), day.getInt(3), at);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw Failure.failed("The days could not be watched (%s).".formatted(failure.getMessage()));
        }
    }
}

package dev.parlance.benchmark.load;

import dev.parlance.benchmark.installation.Postgres;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Looks again and again at the days of some learners in the table itself, and tells the ledger what it sees. A look
/// every 10 ms finds a day up to 10 ms late; for a hundred learners it costs a few per cent of a core.
public final class DayTable {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(10).toNanos();

    private final Postgres postgres;
    private final List<String> learners;
    private final CountedTurns counted;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private DayTable(Postgres postgres, List<String> learners, CountedTurns counted) {
        this.postgres = postgres;
        this.learners = learners;
        this.counted = counted;
    }

    /// The days of these learners from today on.
    public static Watch watch(Postgres postgres, List<String> learners, CountedTurns counted) {
        return Watch.start("the table of days", new DayTable(postgres, learners, counted)::look);
    }

    private void look(BooleanSupplier closed) throws SQLException {
        try (var connection = postgres.connect();
                var query = connection.prepareStatement("select learner_id, date::text, turns from summary.learner_day"
                        + " where tenant = 'default' and learner_id = any(?) and date >= ?::date")) {
            query.setArray(1, connection.createArrayOf("text", learners.toArray()));
            query.setString(2, today.toString());
            while (!closed.getAsBoolean()) {
                look(query);
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
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
}

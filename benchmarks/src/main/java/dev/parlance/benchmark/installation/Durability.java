package dev.parlance.benchmark.installation;

import java.sql.DriverManager;
import java.sql.SQLException;

/// How PostgreSQL keeps what it has committed, as it says itself.
public record Durability(String version, String fsync, String synchronousCommit) {

    static Durability of(String jdbcUrl) {
        try (var connection = DriverManager.getConnection(jdbcUrl, "checker", "checker");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit')")) {
            row.next();
            var durability = new Durability(row.getString(1), row.getString(2), row.getString(3));
            if (!durability.fsync.equals("on") || !durability.synchronousCommit.equals("on")) {
                throw Failure.failed("Figures would mean nothing: %s.".formatted(durability.text()));
            }
            return durability;
        } catch (SQLException e) {
            throw Failure.failed("PostgreSQL does not say how it keeps its data (%s).".formatted(e.getMessage()));
        }
    }

    public String text() {
        return "PostgreSQL %s with fsync %s, synchronous_commit %s".formatted(version, fsync, synchronousCommit);
    }
}

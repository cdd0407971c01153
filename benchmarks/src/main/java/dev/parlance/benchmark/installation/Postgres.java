package dev.parlance.benchmark.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The database of an installation of our own, as its administrator, who may do everything.
public record Postgres(int port) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    /// One number.
    public long number(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw Failure.failed("PostgreSQL does not answer \"%s\" (%s).".formatted(query, e.getMessage()));
        }
    }

    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw Failure.failed("PostgreSQL refused \"%s\" (%s).".formatted(sql, e.getMessage()));
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/parlance".formatted(port);
    }
}

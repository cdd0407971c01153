package dev.parlance.benchmark.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A database of an installation of our own, as its administrator, who may do everything.
public record Postgres(int port, String database) {
    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
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

    public String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }
}

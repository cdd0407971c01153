package dev.parlance.journey.fault.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// One role's view of the database, not through any proxy. On local installations a role's password is its name.
public record Sql(String url, String role) {
    /// What becomes of a row.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String query, Row<T> reader, Object... parameters) {
        try (Connection connection = open();
                var statement = connection.prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.of(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new FaultFailed("The database does not answer \"%s\": %s".formatted(query, e.getMessage()));
        }
    }

    public long number(String query, Object... parameters) {
        return rows(query, row -> row.getLong(1), parameters).getFirst();
    }

    public void execute(String... statements) {
        try (Connection connection = open();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new FaultFailed("The database does not do \"%s\": %s".formatted(statements[0], e.getMessage()));
        }
    }

    public Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", role);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url, properties);
    }
}

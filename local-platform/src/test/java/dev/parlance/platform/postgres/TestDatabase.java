package dev.parlance.platform.postgres;

import dev.parlance.platform.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// One user of the platform's database, for tests; on local installations a role's password is its name.
public record TestDatabase(Endpoints endpoints, String role) {

    public void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String queryText(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(endpoints.jdbcUrl(), role, role);
    }
}

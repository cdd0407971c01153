package dev.parlance.platform.client;

import dev.parlance.platform.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Runs SQL as one role, each call on its own connection.
public record SqlClient(String jdbcUrl, String role, String password) {
    /// Can do anything; its password is not its name.
    public static final String SUPERUSER = "postgres";

    private static final String CONNECT_TIMEOUT_SECONDS = "5";

    /// On local installations the password of a role is its name, but for the superuser.
    public SqlClient(String jdbcUrl, String role) {
        this(jdbcUrl, role, role);
    }

    /// Any role of a server that this platform has started.
    public static SqlClient of(Endpoints endpoints, String role) {
        return new SqlClient(endpoints.jdbcUrl(), role, SUPERUSER.equals(role) ? endpoints.superuserPassword() : role);
    }

    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(mapper.map(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new ClientFailure("PostgreSQL does not answer \"%s\" (%s).".formatted(sql, e.getMessage()));
        }
    }

    public long queryLong(String sql, Object... parameters) {
        return query(sql, row -> row.getLong(1), parameters).getFirst();
    }

    /// Executes the statements one by one, each in its own transaction.
    public void execute(String... statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new ClientFailure("PostgreSQL refused \"%s\" (%s).".formatted(statements[0], e.getMessage()));
        }
    }

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        return DriverManager.getConnection(jdbcUrl, properties);
    }
}

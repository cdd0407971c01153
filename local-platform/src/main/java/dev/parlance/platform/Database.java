package dev.parlance.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

/// The database `parlance` as its administrator sees it.
record Database(String url, String user, String password) {
    static final String ADMIN = "postgres";
    static final String ADMIN_PASSWORD = "postgres";
    static final String NAME = "parlance";

    private static final List<String> SERVICES = List.of("conversation", "analysis", "summary");
    private static final int CONNECT_TIMEOUT_SECONDS = 5;

    static Database local(int port) {
        return new Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME), ADMIN, ADMIN_PASSWORD);
    }

    /// Whether the server lets the administrator in; the database need not exist yet.
    boolean answers() {
        try (var connection = server()) {
            return connection.isValid(CONNECT_TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /// Creates the database if it is missing. For a server of our own only: others have their administrators.
    void create() {
        try (var connection = server();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) return;
            }
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Roles and schemas, with passwords that `passwordOf` knows by role.
    void furnish(UnaryOperator<String> passwordOf) {
        execute(Template.of("deploy/postgres/roles.sql").filled(passwords(passwordOf)));
    }

    /// Roles and schemas with the passwords of a local installation, which are the roles' names, and its checker.
    void furnishLocally() {
        furnish(role -> role);
        execute(Template.of("deploy/postgres/checker.sql").filled(Map.of()));
    }

    private static Map<String, String> passwords(UnaryOperator<String> passwordOf) {
        var passwords = new HashMap<String, String>();
        for (var service : SERVICES) {
            for (var role : List.of(service + "_owner", service + "_app")) {
                passwords.put(role + "_password", passwordOf.apply(role).replace("'", "''"));
            }
        }
        return passwords;
    }

    private void execute(String sql) {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection server() throws SQLException {
        return connect(url.replaceFirst("/" + NAME + "$", "/" + ADMIN));
    }

    /// Not through the DriverManager, which knows only the drivers of its caller's class loader.
    private Connection connect(String to) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(to);
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        return source.getConnection(user, password);
    }

    private PlatformFailure failure(SQLException e) {
        return new PlatformFailure(
                "The database %s refused %s to prepare it: %s".formatted(url, user, e.getMessage()), e);
    }
}

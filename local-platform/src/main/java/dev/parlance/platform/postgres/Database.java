package dev.parlance.platform.postgres;

import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.part.Template;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

/// The database `parlance` as its administrator sees it.
public record Database(String url, String user, String password) {
    static final String ADMIN = "postgres";
    static final String NAME = "parlance";

    private static final List<String> SERVICES = List.of("conversation", "analysis", "summary");
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final String WRONG_PASSWORD = "28P01";

    /// A server of this machine, as its superuser.
    public static Database local(int port, SuperuserPassword password) {
        return new Database(localUrl(port), ADMIN, password.value());
    }

    public static String localUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME);
    }

    /// Whether the server answers, be it to refuse the password; the database need not exist.
    boolean isReachable() {
        try (var connection = connectToServer()) {
            return connection.isValid(CONNECT_TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return WRONG_PASSWORD.equals(e.getSQLState());
        }
    }

    /// Gives the superuser this password if it still has the former one. Only for a server that this platform has
    /// started.
    ///
    /// @throws PlatformFailure if it has neither
    void replacePassword(SuperuserPassword former) {
        try (var _ = connectToServer()) {
            return;
        } catch (SQLException e) {
            if (!WRONG_PASSWORD.equals(e.getSQLState())) throw failure(e);
        }
        var before = new Database(url, user, former.value());
        try (var connection = before.connectToServer();
                var statement = connection.createStatement()) {
            statement.execute("alter role %s password '%s'".formatted(user, password.replace("'", "''")));
        } catch (SQLException e) {
            if (!WRONG_PASSWORD.equals(e.getSQLState())) throw failure(e);
            throw new PlatformFailure(
                    "The superuser of PostgreSQL has another password than the one that is kept beside the data: put the"
                            + " file postgres-superuser back, or start with ./parlance up --fresh, which discards the"
                            + " data.",
                    e);
        }
    }

    /// Creates the database if it is missing. Only for a server that this platform has started.
    public void create() {
        try (var connection = connectToServer();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) return;
            }
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Creates roles and schemas.
    ///
    /// @param passwordOf the password of a role
    public void provision(UnaryOperator<String> passwordOf) {
        execute(Template.load("deploy/postgres/roles.sql").render(passwords(passwordOf)));
    }

    /// Creates roles and schemas with the passwords of a local installation (the roles' names) and the role `checker`.
    public void provisionLocally() {
        provision(role -> role);
        execute(Template.load("deploy/postgres/checker.sql").render(Map.of()));
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

    private Connection connectToServer() throws SQLException {
        return connect(url.replaceFirst("/" + NAME + "$", "/" + ADMIN));
    }

    /// Without the DriverManager, which finds only the drivers of its caller's class loader.
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

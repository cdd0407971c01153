package dev.parlance.benchmark.throughput.baseline;

import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.SqlClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Empty tables beside those of conversation-service, of exactly their shape: columns, indexes, constraints, settings.
final class BaselineTables implements AutoCloseable {
    private static final String SCHEMA = "base";
    private static final List<String> TABLES = List.of("conversation", "turn", "outbox");

    private final SqlClient postgres;

    private BaselineTables(SqlClient postgres) {
        this.postgres = postgres;
    }

    static BaselineTables create(SqlClient postgres) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists %1$s cascade; create schema %1$s".formatted(SCHEMA));
            for (String table : TABLES) {
                statement.execute("create table %2$s.%1$s (like conversation.%1$s including all)%3$s"
                        .formatted(table, SCHEMA, storageParameters(connection, table)));
            }
            // What `like` leaves out.
            for (String constraint : addForeignKeyStatements(connection)) {
                statement.execute(constraint);
            }
            statement.execute("checkpoint");
            return new BaselineTables(postgres);
        } catch (SQLException e) {
            throw Failure.failed("The tables of the base could not be made (%s).".formatted(e.getMessage()));
        }
    }

    /// A connection that sees these tables by their plain names.
    Connection connect() throws SQLException {
        Connection connection = postgres.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + SCHEMA);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() {
        postgres.execute("drop schema %s cascade".formatted(SCHEMA));
    }

    private static String storageParameters(Connection connection, String table) throws SQLException {
        List<String> settings = queryStrings(
                connection,
                "select array_to_string(reloptions, ', ') from pg_class where oid = 'conversation.%s'::regclass"
                                .formatted(table)
                        + " and reloptions is not null");
        return settings.isEmpty() ? "" : " with (%s)".formatted(settings.getFirst());
    }

    private static List<String> addForeignKeyStatements(Connection connection) throws SQLException {
        return queryStrings(connection, """
                select replace(format('alter table %s.%%s add %%s', relname, pg_get_constraintdef(c.oid)),
                        'conversation.', '%s.')
                from pg_constraint c join pg_class on pg_class.oid = conrelid
                where contype = 'f' and connamespace = 'conversation'::regnamespace and relname = any('{%s}')
                """.formatted(SCHEMA, SCHEMA, String.join(",", TABLES)));
    }

    private static List<String> queryStrings(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}

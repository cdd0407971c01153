package dev.parlance.benchmark.throughput.growth;

import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.SqlClient;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Copies of all rows that belong to a learner or bear an id, in all tables of all services, whatever these tables
/// look like: each copy has other learners and other ids. Indexes are made anew afterwards, which is faster by far.
public final class RowCopies {
    private static final String TABLES = """
        select distinct format('%s.%I', nspname, relname)
        from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
        where nspname in ('conversation', 'analysis', 'summary') and relkind = 'r' and attnum > 0 and not attisdropped
            and (atttypid = 'uuid'::regtype or attname = 'learner_id')
            and relname not in ('outbox', 'lease', 'quarantine', 'intake_progress', 'idempotent_answer')
        order by 1
        """;
    private static final String COLUMNS = """
        select attname, case when atttypid = 'uuid'::regtype then format('md5(%1$I || ''/'' || k)::uuid', attname)
            when attname = 'learner_id' then format('%1$I || ''-'' || k', attname) else quote_ident(attname) end
        from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
            and attidentity = '' and attgenerated = ''
        """;
    /// Foreign keys go first and come last.
    private static final String CONSTRAINTS = """
        select format('alter table %1$s drop constraint %%I', conname),
            format('alter table %1$s add constraint %%I %%s', conname, pg_get_constraintdef(oid))
        from pg_constraint where conrelid = '%1$s'::regclass and contype in ('f', 'p', 'u') and (contype = 'f') = %2$s
        """;
    private static final String INDEXES = """
        select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
        from pg_index where indrelid = '%1$s'::regclass
            and not exists (select from pg_constraint where conindid = indexrelid)
        """;

    private final SqlClient postgres;

    public RowCopies(SqlClient postgres) {
        this.postgres = postgres;
    }

    private record StringPair(String first, String second) {}

    /// Adds copies number 1 to `copies`.
    public void add(int copies) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; set maintenance_work_mem = '512MB';"
                    + " set synchronous_commit = off; set search_path = pg_catalog");
            List<String> tables = queryPairs(statement, "select t, t from (%s) as x (t)".formatted(TABLES)).stream()
                    .map(StringPair::first)
                    .toList();
            List<String> later = dropConstraintsAndIndexes(statement, tables);
            for (String table : tables) {
                copy(statement, table, copies);
            }
            for (String definition : later) {
                statement.execute(definition);
            }
        } catch (SQLException e) {
            throw Failure.failed("Rows could not be copied (%s).".formatted(e.getMessage()));
        }
        vacuumAndCheckpoint();
    }

    /// As it would be after some quiet minutes.
    private void vacuumAndCheckpoint() {
        postgres.execute("vacuum analyze");
        postgres.execute("checkpoint");
    }

    private static List<String> dropConstraintsAndIndexes(Statement statement, List<String> tables)
            throws SQLException {
        List<StringPair> all = new ArrayList<>();
        for (String query :
                List.of(CONSTRAINTS.replace("%2$s", "true"), CONSTRAINTS.replace("%2$s", "false"), INDEXES)) {
            for (String table : tables) {
                all.addAll(queryPairs(statement, query.formatted(table)));
            }
        }
        for (StringPair dropAndMake : all) {
            statement.execute(dropAndMake.first());
        }
        return all.reversed().stream().map(StringPair::second).toList();
    }

    private static void copy(Statement statement, String table, int copies) throws SQLException {
        List<StringPair> columns = queryPairs(statement, COLUMNS.replace("%s", table));
        String seed = "seed_" + table.replace('.', '_');
        statement.execute("create temp table %s as table %s".formatted(seed, table));
        statement.execute("insert into %s (%s) select %s from generate_series(1, %d) as k, %s"
                .formatted(
                        table,
                        columns.stream().map(StringPair::first).collect(Collectors.joining(", ")),
                        columns.stream().map(StringPair::second).collect(Collectors.joining(", ")),
                        copies,
                        seed));
    }

    private static List<StringPair> queryPairs(Statement statement, String query) throws SQLException {
        List<StringPair> pairs = new ArrayList<>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                pairs.add(new StringPair(rows.getString(1), rows.getString(2)));
            }
        }
        return pairs;
    }
}

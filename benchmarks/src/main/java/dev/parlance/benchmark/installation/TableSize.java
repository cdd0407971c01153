package dev.parlance.benchmark.installation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a table holds.
///
/// @param name    with its schema
/// @param bytes   of the rows, and of what of them lies beside the table
/// @param indexes bytes of its indexes
public record TableSize(String name, long rows, long bytes, long indexes) {
    private static final int A_HANDFUL = 20;
    private static final String ALL = """
            select table_schema || '.' || table_name,
                (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', table_schema, table_name),
                    false, true, '')))[1]::text::bigint,
                pg_table_size(format('%I.%I', table_schema, table_name)),
                pg_indexes_size(format('%I.%I', table_schema, table_name))
            from information_schema.tables
            where table_schema in ('conversation', 'analysis', 'summary') and table_name not like 'flyway%'
            order by 1
            """;

    /// The tables of all services with more than a handful of rows, after a vacuum.
    public static List<TableSize> all(Postgres postgres) {
        postgres.execute("vacuum analyze");
        List<TableSize> sizes = new ArrayList<>();
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(ALL)) {
            while (row.next()) {
                sizes.add(new TableSize(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        } catch (SQLException e) {
            throw Failure.failed("PostgreSQL does not tell its sizes (%s).".formatted(e.getMessage()));
        }
        return sizes.stream().filter(size -> size.rows() > A_HANDFUL).toList();
    }

    public double bytesOfARow() {
        return (double) (bytes + indexes) / rows;
    }
}

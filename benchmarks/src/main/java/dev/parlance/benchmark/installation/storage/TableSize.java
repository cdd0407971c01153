package dev.parlance.benchmark.installation.storage;

import dev.parlance.platform.client.SqlClient;
import java.util.List;

/// The size of a table.
///
/// @param name    with its schema
/// @param tableBytes   of the rows, and of what of them lies beside the table
/// @param indexBytes bytes of its indexes
public record TableSize(String name, long rows, long tableBytes, long indexBytes) {
    private static final int MIN_ROWS = 20;
    private static final String SIZES_QUERY = """
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
    public static List<TableSize> readAll(SqlClient postgres) {
        postgres.execute("vacuum analyze");
        return postgres
                .query(
                        SIZES_QUERY,
                        row -> new TableSize(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .stream()
                .filter(size -> size.rows() > MIN_ROWS)
                .toList();
    }

    public double bytesPerRow() {
        return (double) (tableBytes + indexBytes) / rows;
    }
}

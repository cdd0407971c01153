package dev.parlance.kit.jdbc;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// An insert or an update that another statement executes with its own: one round trip instead of several. The parts
/// of a statement do not see each other's rows.
///
/// @param name   for example the table; unique within a statement
/// @param sql    its parameters' names are unique within a statement
/// @param values binds the parameters
public record SqlPart(String name, String sql, Consumer<Update> values) {

    /// A statement that also executes other parts; their parameters are bound already.
    public static Update createUpdate(Handle handle, String sql, SqlPart... parts) {
        Update update = handle.createUpdate(withClause(parts) + sql);
        for (SqlPart part : parts) {
            part.values().accept(update);
        }
        return update;
    }

    private static String withClause(SqlPart... parts) {
        return parts.length == 0
                ? ""
                : Arrays.stream(parts)
                        .map(part -> part.name() + "_written as (" + part.sql() + ")")
                        .collect(Collectors.joining(", ", "with ", " "));
    }
}

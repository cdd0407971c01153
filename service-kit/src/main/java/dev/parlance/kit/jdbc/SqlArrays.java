package dev.parlance.kit.jdbc;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A column of many rows as an array, for a statement that unnests it: one statement for all rows. An array, because
/// JDBI formats every bound list as text in case the statement fails.
public final class SqlArrays {
    private SqlArrays() {}

    /// @param array creates an array of a length
    public static <R, T> T[] of(Collection<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}

package dev.parlance.kit.outbox;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A column of many rows, to be bound to a statement that unnests it: one statement for all of them. An array, because
/// JDBI makes a text of every list that is bound, in case that the statement fails.
public final class Column {
    private Column() {}

    /// @param array of so many elements
    public static <R, T> T[] of(Collection<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}

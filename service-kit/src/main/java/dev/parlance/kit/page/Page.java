package dev.parlance.kit.page;

import java.util.List;
import java.util.function.Function;

/// Part of a list.
///
/// @param nextCursor cursor of the next page, null at the end
public record Page<T>(List<T> items, String nextCursor) {

    /// A page of rows that were read with one more than requested, which shows that there is a next page.
    ///
    /// @param position of a row: what a page starts after, see [PageRequest#after]
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<String>> position) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(items, request.cursor(position.apply(items.getLast())));
    }

    /// A page of a search that stopped before it knew whether there is more. It may be empty.
    ///
    /// @param position how far the search has come, see [PageRequest#after]
    public static <T> Page<T> partial(List<T> items, PageRequest request, List<String> position) {
        return new Page<>(List.copyOf(items), request.cursor(position));
    }
}

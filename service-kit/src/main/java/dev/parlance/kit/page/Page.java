package dev.parlance.kit.page;

import java.util.List;
import java.util.function.Function;

/// Part of a list.
///
/// @param nextCursor what to ask for the next page with, null at the end
public record Page<T>(List<T> items, String nextCursor) {

    /// Makes a page of rows that were read with one more than asked for: the one too many says that there is a next
    /// page.
    ///
    /// @param place what of the last row the next page starts after, see [PageRequest#after]
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<String>> place) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(items, request.cursor(place.apply(items.getLast())));
    }

    /// Makes a page of a search that was broken off before it knew whether there is more. It may have no items at all.
    ///
    /// @param place how far the search has come, see [PageRequest#after]
    public static <T> Page<T> cutShort(List<T> items, PageRequest request, List<String> place) {
        return new Page<>(List.copyOf(items), request.cursor(place));
    }
}

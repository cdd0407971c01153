package dev.parlance.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// What one transaction does to the rows of its keys; each list in the order of the keys.
///
/// @param upserted  with their new figures and revisions
/// @param unchanged as they are stored
/// @param deleted   with the revisions of their tombstones
public record Changes<R>(List<R> upserted, List<R> unchanged, List<R> deleted) {

    /// @param stored the stored row of a key, or null
    /// @param change what happens to the row of a key
    public static <K, R> Changes<R> of(Collection<K> keys, Function<K, R> stored, Function<K, Change<R>> change) {
        var changes = new Changes<R>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (K key : keys) {
            R before = stored.apply(key);
            switch (change.apply(key)) {
                case Change.Upsert<R>(R row) -> changes.upserted.add(row);
                case Change.Delete<R>(R last) -> changes.deleted.add(last);
                case Change.None<R>() when before != null -> changes.unchanged.add(before);
                case Change.None<R>() -> {}
            }
        }
        return changes;
    }
}

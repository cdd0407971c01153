package dev.parlance.summary;

import dev.parlance.kit.time.Revision;
import java.time.Instant;

/// What happens to a stored row after its figures have been computed again.
///
/// @param <R> the row
public sealed interface Change<R> {
    /// The figures differ: the row is written and published.
    record Upsert<R>(R row) implements Change<R> {}

    /// There are no figures any more: the row is deleted and a tombstone is published, with the revision of this row.
    record Delete<R>(R last) implements Change<R> {}

    /// The figures are equal, or there were none before and are none now: nothing is published.
    record None<R>() implements Change<R> {}

    /// Constructor of a row.
    @FunctionalInterface
    interface RowFactory<K, F, R> {
        R create(K key, F figures, long revision, Instant updatedAt);
    }

    /// @param stored  the row as it is, or null
    /// @param figures the computed figures, null if there are none
    /// @param floor   the revision that a row without a stored one must exceed
    static <K, F, R extends Versioned<F>> Change<R> of(
            K key, R stored, F figures, long floor, Instant now, RowFactory<K, F, R> rows) {
        if (figures == null) {
            return stored == null
                    ? new None<>()
                    : new Delete<>(rows.create(key, stored.figures(), Revision.after(stored.revision(), now), now));
        }
        if (stored != null && stored.figures().equals(figures)) {
            return new None<>();
        }
        long last = stored == null ? floor : stored.revision();
        return new Upsert<>(rows.create(key, figures, Revision.after(last, now), now));
    }
}

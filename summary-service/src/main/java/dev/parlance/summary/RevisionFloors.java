package dev.parlance.summary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/// The greatest revision of a deleted summary, by kind. A summary that was deleted and comes back must have a greater
/// revision than before, and its row no longer exists to read that from.
@ApplicationScoped
public class RevisionFloors {
    private final Jdbi jdbi;

    RevisionFloors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param kind `day` or `module`; each has its own floor
    /// @return 0 if no summary of this kind was ever deleted
    public long find(String kind) {
        return jdbi.withHandle(handle -> handle.createQuery("select revision from revision_floor where kind = :kind")
                .bind("kind", kind)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /// Raises the floor to the highest revision of these deleted summaries, never lowers it.
    public void raise(String kind, Collection<? extends Versioned<?>> deleted) {
        deleted.stream().mapToLong(Versioned::revision).max().ifPresent(highest -> raise(kind, highest));
    }

    private void raise(String kind, long revision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into revision_floor as floor (kind, revision) values (:kind, :revision)
                        on conflict (kind) do update set revision = greatest(floor.revision, excluded.revision)
                        """)
                .bind("kind", kind)
                .bind("revision", revision)
                .execute());
    }
}

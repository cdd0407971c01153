package dev.parlance.summary;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/// The revisions below which nothing may start again: a summary that was deleted and comes back must have a greater
/// one than it ever had, and its row is no longer there to ask.
@ApplicationScoped
public class RevisionFloors {
    private final Jdbi jdbi;

    RevisionFloors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param kind of the summary; each has its own floor
    public long of(String kind) {
        return jdbi.withHandle(handle -> handle.createQuery("select revision from revision_floor where kind = :kind")
                .bind("kind", kind)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /// Raises the floor to this revision, never lowers it.
    public void raise(String kind, long revision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into revision_floor as floor (kind, revision) values (:kind, :revision)
                        on conflict (kind) do update set revision = greatest(floor.revision, excluded.revision)
                        """)
                .bind("kind", kind)
                .bind("revision", revision)
                .execute());
    }
}

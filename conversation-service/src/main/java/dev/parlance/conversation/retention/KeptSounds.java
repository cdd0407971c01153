package dev.parlance.conversation.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The rows of sound as the sweeper sees them: a key, and whether its object is to be there.
@ApplicationScoped
class KeptSounds {
    private final Jdbi jdbi;

    KeptSounds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param state     as its row has it
    /// @param sizeBytes of the object, if it is there
    /// @param changedAt when it was asked for, or told of
    record Row(String key, String state, long sizeBytes, Instant changedAt) {
        boolean isAvailable() {
            return state.equals("available");
        }

        /// Whether an object under this key is nobody's orphan.
        boolean isLive() {
            return isAvailable() || state.equals("pending") || state.equals("uploaded");
        }
    }

    /// Rows whose time is over, the longest first.
    List<Row> due(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key, state, size_bytes, coalesce(uploaded_at, requested_at) as changed_at
                        from audio where state in ('pending', 'available') and expires_at <= :now
                        order by expires_at limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, _) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant()))
                .list());
    }

    /// @param bytes of their objects, as far as they are known to be there
    record Due(boolean available, long rows, long bytes) {}

    /// How many of them there are.
    List<Due> countDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select state, count(*), sum(size_bytes)
                        from audio where state in ('pending', 'available') and expires_at <= :now
                        group by state
                        """)
                .bind("now", now)
                .map((row, _) -> new Due(row.getString(1).equals("available"), row.getLong(2), row.getLong(3)))
                .list());
    }

    /// Rows of a stretch of keys.
    ///
    /// @param after exclusive
    /// @param until inclusive
    Map<String, Row> between(String after, String until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key, state, size_bytes, coalesce(uploaded_at, requested_at) as changed_at
                        from audio where key > :after and key <= :until
                        """)
                .bind("after", after)
                .bind("until", until)
                .map((row, _) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant()))
                .collect(Collectors.toMap(Row::key, row -> row)));
    }

    /// Their objects are gone.
    ///
    /// @param states only rows that are still in one of these change
    void expire(Collection<String> keys, Set<String> states, String reason) {
        if (keys.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update audio set state = 'expired', reason = :reason, check_at = null
                        where key = any(:keys) and state = any(:states)
                        """)
                .bind("reason", reason)
                .bind("keys", keys.toArray(String[]::new))
                .bind("states", states.toArray(String[]::new))
                .execute());
    }
}

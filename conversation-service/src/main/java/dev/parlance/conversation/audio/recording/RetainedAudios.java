package dev.parlance.conversation.audio.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Rows of audio as a sweep needs them: keys, and whether an object must exist. Expiry of many rows at once.
@ApplicationScoped
public class RetainedAudios {
    public static final String AVAILABLE = "available";
    public static final String PENDING = "pending";
    /// Reason of a row whose object was not found.
    public static final String OBJECT_MISSING = "object-missing";

    private final Jdbi jdbi;

    RetainedAudios(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param state     wire name
    /// @param reason    why it is not available; null if nobody said
    /// @param sizeBytes of the object, if it exists
    /// @param changedAt when it was reported, else requested
    /// @param expiresAt end of its retention
    public record RetainedAudio(
            String key, String state, String reason, long sizeBytes, Instant changedAt, Instant expiresAt) {
        public boolean isAvailable() {
            return state.equals(AVAILABLE);
        }

        /// Whether an object under this key must stay. An object that was thought to be missing and is there after all
        /// stays until its retention is over: the bucket was a wrong one for a while, or was restored.
        public boolean keepsObject(Instant now) {
            return isAvailable()
                    || state.equals(PENDING)
                    || state.equals("uploaded")
                    || (OBJECT_MISSING.equals(reason) && expiresAt.isAfter(now));
        }
    }

    /// Whether any object is expected to exist.
    public boolean existAvailable() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from audio where state = 'available')")
                        .mapTo(Boolean.class)
                        .one());
    }

    /// Rows whose objects are expected to exist.
    public long countAvailable() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audio where state = 'available'")
                .mapTo(Long.class)
                .one());
    }

    /// Rows past their expiry, oldest first.
    ///
    /// @param states only rows in one of these states
    public List<RetainedAudio> findDue(Set<String> states, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key, state, reason, size_bytes, coalesce(uploaded_at, requested_at), expires_at
                        from audio
                        where state in ('pending', 'available') and state = any(:states) and expires_at <= :now
                        order by expires_at limit :limit
                        """)
                .bind("states", states.toArray(String[]::new))
                .bind("now", now)
                .bind("limit", limit)
                .map((row, _) -> retainedAudio(row))
                .list());
    }

    /// @param bytes of their objects, if they exist
    public record DueCount(boolean available, long rows, long bytes) {}

    /// Number of rows past their expiry, by state.
    public List<DueCount> countDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select state, count(*), sum(size_bytes)
                        from audio where state in ('pending', 'available') and expires_at <= :now
                        group by state
                        """)
                .bind("now", now)
                .map((row, _) -> new DueCount(row.getString(1).equals(AVAILABLE), row.getLong(2), row.getLong(3)))
                .list());
    }

    /// Rows in a range of keys.
    ///
    /// @param after exclusive
    /// @param until inclusive
    public Map<String, RetainedAudio> findBetween(String after, String until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key, state, reason, size_bytes, coalesce(uploaded_at, requested_at), expires_at
                        from audio where key > :after and key <= :until
                        """)
                .bind("after", after)
                .bind("until", until)
                .map((row, _) -> retainedAudio(row))
                .collect(Collectors.toMap(RetainedAudio::key, row -> row)));
    }

    /// Marks rows as expired after their objects were removed.
    ///
    /// @param states only rows in one of these states change
    public void expire(Collection<String> keys, Set<String> states, String reason) {
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

    private static RetainedAudio retainedAudio(ResultSet row) throws SQLException {
        return new RetainedAudio(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant());
    }
}

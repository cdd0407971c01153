package dev.parlance.conversation.speech.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// All speeches and their locks. One row per hash: the holder of the lock in it makes the speech, alone, until the
/// speech is made or the lease has expired by the database's clock.
@ApplicationScoped
public class Speeches {
    private final Jdbi jdbi;
    private final SpeechConfig config;
    private final Clock clock;

    Speeches(Jdbi jdbi, SpeechConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /// The lock of a speech.
    ///
    /// @param attempts locks of this speech so far, this one included
    public record SpeechLock(UUID id, int attempts) {}

    /// The state of a speech that is not made.
    public enum LockState {
        UNLOCKED,
        HELD,
        EXPIRED,
        /// Too many locks expired: nobody tries again until a person asks for it.
        GIVEN_UP
    }

    /// The speech, if it exists and outlives a URL that is signed now.
    public Optional<Speech> find(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select object_key, content_type, size_bytes, duration_ms, expires_at
                        from speech where hash = :hash and state = 'made'
                        """)
                .bind("hash", bytes(hash))
                .map((row, _) -> speech(hash, row))
                .findOne()
                .filter(speech -> speech.isValidFor(clock.instant(), config.urlValidity())));
    }

    public LockState lockState(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select lease_until > clock_timestamp(), attempts < :maxAttempts
                        from speech where hash = :hash and state = 'making'
                        """)
                .bind("hash", bytes(hash))
                .bind("maxAttempts", config.maxAttempts())
                .map((row, _) ->
                        row.getBoolean(1) ? LockState.HELD : row.getBoolean(2) ? LockState.EXPIRED : LockState.GIVEN_UP)
                .findOne()
                .orElse(LockState.UNLOCKED));
    }

    /// @return empty if another holds the lock, if the speech is made, or if it was given up
    public Optional<SpeechLock> acquireLock(SpeechRequest request, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into speech as known (hash, state, claim, lease_until, attempts, engine)
                        values (:hash, 'making', :claim, clock_timestamp() + :lease * interval '1 millisecond', 1, :engine)
                        on conflict (hash) do update
                        set state = 'making', claim = excluded.claim, lease_until = excluded.lease_until,
                            attempts = case known.state when 'making' then known.attempts + 1 else 1 end,
                            expires_at = null
                        where (known.state = 'making' and known.lease_until <= clock_timestamp()
                               and known.attempts < :maxAttempts)
                           or (known.state = 'made' and known.expires_at <= :urlExpiry)
                        returning attempts
                        """)
                .bind("hash", bytes(request.hash()))
                .bind("claim", id)
                .bind("lease", config.leaseDuration().toMillis())
                .bind("engine", request.engine().name() + " " + request.engine().version())
                .bind("maxAttempts", config.maxAttempts())
                .bind("urlExpiry", clock.instant().plus(config.urlValidity()))
                .map((row, _) -> new SpeechLock(id, row.getInt(1)))
                .findOne());
    }

    /// Extends the leases of these locks.
    public void renewLocks(Collection<UUID> lockIds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update speech set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                        where claim = any(:claims) and state = 'making'
                        """)
                .bind("lease", config.leaseDuration().toMillis())
                .bindArray("claims", UUID.class, lockIds)
                .execute());
    }

    /// Stores the result.
    ///
    /// @return false if the lock has passed to another worker, whose result counts
    public boolean markMade(UUID lockId, Speech speech) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update speech
                                set state = 'made', object_key = :key, content_type = :contentType,
                                    size_bytes = :sizeBytes, duration_ms = :durationMs, made_at = clock_timestamp(),
                                    expires_at = :expiresAt
                                where hash = :hash and claim = :claim and state = 'making'
                                """)
                        .bind("hash", bytes(speech.hash()))
                        .bind("claim", lockId)
                        .bind("key", speech.key())
                        .bind("contentType", speech.contentType())
                        .bind("sizeBytes", speech.sizeBytes())
                        .bind("durationMs", speech.durationMs())
                        .bind("expiresAt", speech.expiresAt())
                        .execute())
                == 1;
    }

    /// Deletes the row after a failure that stored no object.
    public void deleteUnmade(String hash, UUID lockId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from speech where hash = :hash and claim = :claim and state = 'making'
                        """)
                .bind("hash", bytes(hash))
                .bind("claim", lockId)
                .execute());
    }

    /// Releases the lock after a failure that may have stored the object: the next worker checks. A worker that
    /// lives to release its lock does not count as an attempt.
    public void expireLock(String hash, UUID lockId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update speech set lease_until = clock_timestamp(), attempts = greatest(attempts - 1, 1)
                        where hash = :hash and claim = :claim and state = 'making'
                        """)
                .bind("hash", bytes(hash))
                .bind("claim", lockId)
                .execute());
    }

    /// Deletes the row of a speech whose object is missing.
    public void deleteRow(Speech speech) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from speech where hash = :hash and object_key = :key")
                .bind("hash", bytes(speech.hash()))
                .bind("key", speech.key())
                .execute());
    }

    /// Deletes rows whose lock expired this long ago, and converted speeches past their expiry.
    int deleteExpired(Duration minAge) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        delete from speech
                        where state = 'making' and lease_until < statement_timestamp() - :millis * interval '1 millisecond'
                           or state = 'made' and expires_at <= clock_timestamp()
                        """).bind("millis", minAge.toMillis()).execute());
    }

    /// Number of speeches whose objects are expected to exist.
    long countMade() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from speech where state = 'made'")
                .mapTo(Long.class)
                .one());
    }

    /// Speeches that were made before this time by the database's clock, in a range of keys.
    ///
    /// @param after exclusive
    /// @param until inclusive
    List<Speech> findMadeBetween(String after, String until, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select object_key, content_type, size_bytes, duration_ms, expires_at, encode(hash, 'hex')
                        from speech
                        where object_key > :after and object_key <= :until and state = 'made' and made_at < :before
                        """)
                .bind("after", after)
                .bind("until", until)
                .bind("before", before)
                .map((row, _) -> speech(row.getString(6), row))
                .list());
    }

    /// Those of these hashes that have a row, in any state.
    Set<String> findKnownHashes(Collection<String> hashes) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select encode(hash, 'hex') from speech where hash = any(:hashes)")
                        .bindArray(
                                "hashes",
                                byte[].class,
                                hashes.stream().map(Speeches::bytes).toList())
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }

    private static Speech speech(String hash, ResultSet row) throws SQLException {
        Timestamp expiresAt = row.getTimestamp(5);
        return new Speech(
                hash,
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, Integer.class),
                expiresAt == null ? null : expiresAt.toInstant());
    }

    private static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }
}

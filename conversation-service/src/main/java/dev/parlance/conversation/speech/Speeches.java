package dev.parlance.conversation.speech;

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

/// All speeches, and who makes which. One row per hash: whoever writes the claim into it makes the speech, and
/// nobody else, until the speech is there or the claim's lease has passed by the database's clock.
@ApplicationScoped
class Speeches {
    private final Jdbi jdbi;
    private final SpeechConfig config;
    private final Clock clock;

    Speeches(Jdbi jdbi, SpeechConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /// The right to make a speech.
    ///
    /// @param attempts claims of this speech so far, this one included
    record Claim(UUID id, int attempts) {}

    /// What is known of a speech that is not there.
    enum Maker {
        NONE,
        AT_WORK,
        GONE,
        /// So many were gone before the end that nobody tries any more, until a person says so.
        GIVEN_UP
    }

    /// The speech, if it is there and lasts as long as a URL to it.
    Optional<Speech> find(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select object_key, content_type, size_bytes, duration_ms, expires_at
                        from speech where hash = :hash and state = 'made'
                        """)
                .bind("hash", bytes(hash))
                .map((row, _) -> speech(hash, row))
                .findOne()
                .filter(speech -> speech.lasts(clock.instant(), config.urlLife())));
    }

    Maker maker(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select lease_until > clock_timestamp(), attempts < :makers
                        from speech where hash = :hash and state = 'making'
                        """)
                .bind("hash", bytes(hash))
                .bind("makers", config.tries())
                .map((row, _) -> row.getBoolean(1) ? Maker.AT_WORK : row.getBoolean(2) ? Maker.GONE : Maker.GIVEN_UP)
                .findOne()
                .orElse(Maker.NONE));
    }

    /// @return nothing if another makes it, if it is there, or if too many were gone before its end
    Optional<Claim> claim(SpeechOrder order, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into speech as known (hash, state, claim, lease_until, attempts, engine)
                        values (:hash, 'making', :claim, clock_timestamp() + :lease * interval '1 millisecond', 1, :engine)
                        on conflict (hash) do update
                        set state = 'making', claim = excluded.claim, lease_until = excluded.lease_until,
                            attempts = case known.state when 'making' then known.attempts + 1 else 1 end,
                            expires_at = null
                        where (known.state = 'making' and known.lease_until <= clock_timestamp()
                               and known.attempts < :makers)
                           or (known.state = 'made' and known.expires_at <= :lasting)
                        returning attempts
                        """)
                .bind("hash", bytes(order.hash()))
                .bind("claim", id)
                .bind("lease", config.lease().toMillis())
                .bind("engine", order.engine().name() + " " + order.engine().version())
                .bind("makers", config.tries())
                .bind("lasting", clock.instant().plus(config.urlLife()))
                .map((row, _) -> new Claim(id, row.getInt(1)))
                .findOne());
    }

    /// Whoever works on these is alive.
    void renew(Collection<UUID> claims) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update speech set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                        where claim = any(:claims) and state = 'making'
                        """)
                .bind("lease", config.lease().toMillis())
                .bindArray("claims", UUID.class, claims)
                .execute());
    }

    /// The speech is there.
    ///
    /// @return false if the claim had passed to another, whose speech it will be
    boolean made(UUID claim, Speech speech) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update speech
                                set state = 'made', object_key = :key, content_type = :contentType,
                                    size_bytes = :sizeBytes, duration_ms = :durationMs, made_at = :now,
                                    expires_at = :expiresAt
                                where hash = :hash and claim = :claim and state = 'making'
                                """)
                        .bind("hash", bytes(speech.hash()))
                        .bind("claim", claim)
                        .bind("key", speech.key())
                        .bind("contentType", speech.contentType())
                        .bind("sizeBytes", speech.sizeBytes())
                        .bind("durationMs", speech.durationMs())
                        .bind("now", clock.instant())
                        .bind("expiresAt", speech.expiresAt())
                        .execute())
                == 1;
    }

    /// Nothing was made, and nothing of it is stored.
    void forget(String hash, UUID claim) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from speech where hash = :hash and claim = :claim and state = 'making'
                        """)
                .bind("hash", bytes(hash))
                .bind("claim", claim)
                .execute());
    }

    /// It may be stored, or not: the next maker looks. Whoever lives to say so does not count among those who did
    /// not.
    void giveUp(String hash, UUID claim) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update speech set lease_until = clock_timestamp(), attempts = greatest(attempts - 1, 1)
                        where hash = :hash and claim = :claim and state = 'making'
                        """)
                .bind("hash", bytes(hash))
                .bind("claim", claim)
                .execute());
    }

    /// Its object is there no longer.
    void lost(Speech speech) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from speech where hash = :hash and object_key = :key")
                .bind("hash", bytes(speech.hash()))
                .bind("key", speech.key())
                .execute());
    }

    /// Rows of no more use: claims that nobody has taken up for so long, and what was converted and has expired.
    int forgetOld(Duration abandoned) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        delete from speech
                        where state = 'making' and lease_until < statement_timestamp() - :millis * interval '1 millisecond'
                           or state = 'made' and expires_at <= :now
                        """)
                .bind("millis", abandoned.toMillis())
                .bind("now", clock.instant())
                .execute());
    }

    /// What was made before this instant, with its key in a stretch of keys.
    ///
    /// @param after exclusive
    /// @param until inclusive
    List<Speech> between(String after, String until, Instant before) {
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

    /// Those of these hashes that have a row, whatever is in it.
    Set<String> known(Collection<String> hashes) {
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

package dev.parlance.conversation.audio.recording;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All recorded audio.
@ApplicationScoped
public class Audios {
    private final Jdbi jdbi;

    Audios(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// All uploads for a turn, newest first.
    List<Audio> findByTurn(String tenant, ConversationId conversation, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from audio
                        where tenant = :tenant and turn_id = :turn and conversation_id = :conversation and class = 'raw'
                        order by requested_at desc, key
                        """)
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .bind("conversation", conversation.value())
                .map((row, _) -> audio(row))
                .list());
    }

    /// All uploads for one side, newest first.
    public List<Audio> findBySide(TurnSide turnSide) {
        return findByTurn(turnSide.tenant(), turnSide.conversation(), turnSide.turn()).stream()
                .filter(audio -> audio.turnSide().side() == turnSide.side())
                .toList();
    }

    public Optional<Audio> findAvailable(TurnSide turnSide) {
        return findBySide(turnSide).stream()
                .filter(audio -> audio.state() == AudioState.AVAILABLE)
                .findFirst();
    }

    /// When the uploads for one side were requested that came to nothing so far, from this instant on; oldest first.
    public List<Instant> findRequestsSince(TurnSide turnSide, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select requested_at from audio
                        where tenant = :tenant and turn_id = :turn and conversation_id = :conversation and class = 'raw'
                          and side = :side and state <> 'available' and requested_at >= :since
                        order by requested_at
                        """)
                .bind("tenant", turnSide.tenant())
                .bind("turn", turnSide.turn().value())
                .bind("conversation", turnSide.conversation().value())
                .bind("side", turnSide.side().wireName())
                .bind("since", since)
                .mapTo(Instant.class)
                .list());
    }

    public void insert(Audio audio) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into audio (key, tenant, conversation_id, turn_id, side, class, state, content_type,
                                           size_bytes, sha256, duration_ms, uploaded_key, requested_at, uploaded_at,
                                           expires_at)
                        values (:key, :tenant, :conversation, :turn, :side, 'raw', :state, :contentType, :size, :sha256,
                                :duration, :uploadedKey, :requestedAt, :uploadedAt, :expiresAt)
                        """)
                .bind("key", audio.key())
                .bind("tenant", audio.turnSide().tenant())
                .bind("conversation", audio.turnSide().conversation().value())
                .bind("turn", audio.turnSide().turn().value())
                .bind("side", audio.turnSide().side().wireName())
                .bind("state", audio.state().wireName())
                .bind("contentType", audio.contentType())
                .bind("size", audio.sizeBytes())
                .bind("sha256", audio.sha256())
                .bind("duration", audio.durationMs())
                .bind("uploadedKey", audio.uploadedKey())
                .bind("requestedAt", audio.requestedAt())
                .bind("uploadedAt", audio.uploadedAt())
                .bind("expiresAt", audio.expiresAt())
                .execute());
    }

    /// The client reported the upload.
    public void markUploaded(String key, Integer durationMs, Instant at, Instant checkAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update audio
                        set state = 'uploaded', uploaded_at = :at, check_at = :checkAt,
                            duration_ms = coalesce(:duration, duration_ms)
                        where key = :key and state in ('pending', 'uploaded')
                        """)
                .bind("key", key)
                .bind("duration", durationMs)
                .bind("at", at)
                .bind("checkAt", checkAt)
                .execute());
    }

    /// The client reported an upload whose object does not exist.
    public void markPending(String key) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update audio set state = 'pending', check_at = null where key = :key and state = 'uploaded'")
                .bind("key", key)
                .execute());
    }

    /// The check succeeded.
    ///
    /// @param key under which the client stored it
    /// @return false if the upload was refused or has expired
    public boolean markAvailable(String key, Audio checked) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update audio
                                set key = :newKey, state = 'available', duration_ms = :duration, uploaded_key = :uploadedKey,
                                    expires_at = :expiresAt, check_at = null
                                where key = :uploadedKey and state in ('pending', 'uploaded')
                                """)
                        .bind("newKey", checked.key())
                        .bind("duration", checked.durationMs())
                        .bind("expiresAt", checked.expiresAt())
                        .bind("uploadedKey", key)
                        .execute())
                == 1;
    }

    /// Ends an upload as refused or expired.
    public void finish(String key, AudioState state, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update audio set state = :state, reason = :reason, check_at = null where key = :key")
                .bind("key", key)
                .bind("state", state.wireName())
                .bind("reason", reason)
                .execute());
    }

    /// Uploads that are due for a check. `skip locked` gives each to one instance only, until `again`.
    public List<Audio> claimUnchecked(Instant now, Instant nextCheckAt, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update audio set check_at = :nextCheckAt
                        where key in (select key from audio where state = 'uploaded' and check_at <= :now
                                      order by check_at limit :limit for update skip locked)
                        returning *
                        """)
                .bind("now", now)
                .bind("nextCheckAt", nextCheckAt)
                .bind("limit", limit)
                .map((row, _) -> audio(row))
                .list());
    }

    /// Returns claimed uploads that were not checked, to be checked at this time.
    public void scheduleCheck(List<Audio> uploads, Instant at) {
        if (!uploads.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update audio set check_at = :at where state = 'uploaded' and key = any(:keys)")
                    .bind("at", at)
                    .bind("keys", uploads.stream().map(Audio::key).toArray(String[]::new))
                    .execute());
        }
    }

    /// Rows in this state, for metrics.
    public long count(AudioState state) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audio where state = :state")
                .bind("state", state.wireName())
                .mapTo(Long.class)
                .one());
    }

    private static Audio audio(ResultSet row) throws SQLException {
        return new Audio(
                row.getString("key"),
                new TurnSide(
                        row.getString("tenant"),
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        new TurnId(row.getObject("turn_id", UUID.class)),
                        Side.of(row.getString("side")).orElseThrow()),
                AudioState.of(row.getString("state")),
                row.getString("content_type"),
                row.getLong("size_bytes"),
                row.getBytes("sha256"),
                row.getObject("duration_ms", Integer.class),
                row.getString("uploaded_key"),
                row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("uploaded_at")),
                row.getTimestamp("expires_at").toInstant());
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

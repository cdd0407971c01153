package dev.parlance.conversation.audio;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The rows of all sound as it was recorded. Queries are written here and nowhere else.
@ApplicationScoped
class Audios {
    private final Jdbi jdbi;

    Audios(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Whether there is such a turn in such a conversation; from then on nobody else settles sound of this turn
    /// until the transaction ends.
    boolean lockTurn(Place place) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select true from turn where tenant = :tenant and id = :turn and conversation_id = :conversation
                        for no key update
                        """)
                .bind("tenant", place.tenant())
                .bind("turn", place.turn().value())
                .bind("conversation", place.conversation().value())
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }

    /// The sides whose sound was announced with the turn; nothing if there is no such turn.
    Optional<List<Side>> announced(String tenant, ConversationId conversation, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(audio, '') from turn
                        where tenant = :tenant and id = :turn and conversation_id = :conversation
                        """)
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .bind("conversation", conversation.value())
                .mapTo(String.class)
                .findOne()
                .map(sides -> List.of(sides.split(",")).stream()
                        .flatMap(side -> Side.of(side).stream())
                        .toList()));
    }

    /// All there ever was of a turn, the newest first.
    List<Audio> ofTurn(String tenant, ConversationId conversation, TurnId turn) {
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

    /// All there ever was of one side, the newest first.
    List<Audio> ofSide(Place place) {
        return ofTurn(place.tenant(), place.conversation(), place.turn()).stream()
                .filter(audio -> audio.place().side() == place.side())
                .toList();
    }

    Optional<Audio> available(Place place) {
        return ofSide(place).stream()
                .filter(audio -> audio.state() == AudioState.AVAILABLE)
                .findFirst();
    }

    void add(Audio audio) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into audio (key, tenant, conversation_id, turn_id, side, class, state, content_type,
                                           size_bytes, sha256, duration_ms, uploaded_key, requested_at, uploaded_at,
                                           expires_at)
                        values (:key, :tenant, :conversation, :turn, :side, 'raw', :state, :contentType, :size, :sha256,
                                :duration, :uploadedKey, :requestedAt, :uploadedAt, :expiresAt)
                        """)
                .bind("key", audio.key())
                .bind("tenant", audio.place().tenant())
                .bind("conversation", audio.place().conversation().value())
                .bind("turn", audio.place().turn().value())
                .bind("side", audio.place().side().wire())
                .bind("state", audio.state().wire())
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

    /// The client says that it is there.
    void uploaded(String key, Integer durationMs, Instant at, Instant checkAt) {
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

    /// It was told of too early.
    void pending(String key) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update audio set state = 'pending', check_at = null where key = :key and state = 'uploaded'")
                .bind("key", key)
                .execute());
    }

    /// An upload has been looked at and is what it was announced as.
    ///
    /// @param key under which the client had stored it
    /// @return false if nobody waits for it any more
    boolean available(String key, Audio checked) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update audio
                                set key = :kept, state = 'available', duration_ms = :duration, uploaded_key = :told,
                                    expires_at = :expiresAt, check_at = null
                                where key = :told and state in ('pending', 'uploaded')
                                """)
                        .bind("kept", checked.key())
                        .bind("duration", checked.durationMs())
                        .bind("expiresAt", checked.expiresAt())
                        .bind("told", key)
                        .execute())
                == 1;
    }

    /// It ends otherwise than it should: refused, or expired.
    void end(String key, AudioState state, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update audio set state = :state, reason = :reason, check_at = null where key = :key")
                .bind("key", key)
                .bind("state", state.wire())
                .bind("reason", reason)
                .execute());
    }

    /// Uploads that are to be looked at now, none of them by two instances.
    List<Audio> unchecked(Instant now, Instant again, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update audio set check_at = :again
                        where key in (select key from audio where state = 'uploaded' and check_at <= :now
                                      order by check_at limit :limit for update skip locked)
                        returning *
                        """)
                .bind("now", now)
                .bind("again", again)
                .bind("limit", limit)
                .map((row, _) -> audio(row))
                .list());
    }

    /// These could not be looked at after all.
    void checkAt(List<Audio> uploads, Instant at) {
        if (!uploads.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update audio set check_at = :at where state = 'uploaded' and key = any(:keys)")
                    .bind("at", at)
                    .bind("keys", uploads.stream().map(Audio::key).toArray(String[]::new))
                    .execute());
        }
    }

    /// How much sound is in each state that passes, for the metrics.
    long count(AudioState state) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audio where state = :state")
                .bind("state", state.wire())
                .mapTo(Long.class)
                .one());
    }

    private static Audio audio(ResultSet row) throws SQLException {
        return new Audio(
                row.getString("key"),
                new Place(
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

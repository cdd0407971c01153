package dev.parlance.conversation.speech.transcription;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.audio.recording.AudioAvailable;
import dev.parlance.conversation.speech.transcription.Transcription.TranscriptionStatus;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// All transcription jobs. A running job has a claim; a worker that has lost it writes nothing. Times are compared
/// by the database's clock, because those of instances may differ.
@ApplicationScoped
public class Transcriptions {
    private static final String COLUMNS = """
            id, tenant, conversation_id, turn_id, object_key, content_type, language, status, attempts, next_at, error,
            created_at, completed_at
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Transcriptions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Filters of a list; null for none.
    record Filter(String status, UUID turnId) {}

    /// Enqueues a job for audio whose turn has no learner text. Enqueuing the same audio again changes nothing.
    ///
    /// @return whether there is a new job
    boolean enqueue(UUID id, AudioAvailable audio, String language) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into transcription
                                    (id, tenant, conversation_id, turn_id, object_key, content_type, language, status,
                                     next_at, created_at)
                                values (:id, :tenant, :conversation, :turn, :key, :contentType, :language, 'pending',
                                        clock_timestamp(), :now)
                                on conflict (id) do nothing
                                """)
                        .bind("id", id)
                        .bind("tenant", audio.turnSide().tenant())
                        .bind("conversation", audio.turnSide().conversation().value())
                        .bind("turn", audio.turnSide().turn().value())
                        .bind("key", audio.key())
                        .bind("contentType", audio.contentType())
                        .bind("language", language)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /// Claims the job that is due longest, for the time of the lease; a job whose lease has expired is due, while it
    /// has attempts left. The attempt counts from the claim, so that one that crashes its process counts. `skip
    /// locked` gives concurrent callers different jobs.
    Optional<Transcription> claim(UUID claim, Duration lease, int maxAttempts) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update transcription
                        set status = 'processing', claim = :claim, attempts = attempts + 1,
                            next_at = clock_timestamp() + :lease * interval '1 millisecond'
                        where id = (select id from transcription
                                    where status in ('pending', 'processing') and next_at <= statement_timestamp()
                                      and (status = 'pending' or attempts < :maxAttempts)
                                    order by next_at limit 1 for update skip locked)
                        returning\s""" + COLUMNS)
                .bind("claim", claim)
                .bind("lease", lease.toMillis())
                .bind("maxAttempts", maxAttempts)
                .map((row, _) -> transcription(row))
                .findOne());
    }

    /// Fails jobs whose lease expired in their last attempt: a job that crashes its process must not do so for ever.
    ///
    /// @return how many
    int failExhausted(int maxAttempts, String error) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update transcription set status = 'failed', claim = null, error = :error
                        where status = 'processing' and next_at <= statement_timestamp() and attempts >= :maxAttempts
                        """)
                .bind("maxAttempts", maxAttempts)
                .bind("error", error)
                .execute());
    }

    /// @return false if the claim has passed to another worker
    boolean complete(UUID id, UUID claim) {
        return updateClaimed("""
                update transcription set status = 'completed', claim = null, error = null, completed_at = :now
                where id = :id and claim = :claim
                """, id, claim, update -> update.bind("now", clock.instant()));
    }

    /// Schedules the next attempt.
    ///
    /// @param tried false if the attempt does not count
    void postpone(UUID id, UUID claim, String error, Duration delay, boolean tried) {
        updateClaimed("""
                update transcription
                set status = 'pending', claim = null, error = :error, attempts = attempts - :untried,
                    next_at = clock_timestamp() + :delay * interval '1 millisecond'
                where id = :id and claim = :claim
                """, id, claim, update -> update.bind("error", error)
                .bind("untried", tried ? 0 : 1)
                .bind("delay", delay.toMillis()));
    }

    /// Ends the job as failed.
    void fail(UUID id, UUID claim, String error) {
        updateClaimed("""
                update transcription set status = 'failed', claim = null, error = :error
                where id = :id and claim = :claim
                """, id, claim, update -> update.bind("error", error));
    }

    /// Makes a failed job pending again; others are left unchanged.
    ///
    /// @return whether there is such a job
    boolean retry(String tenant, UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update transcription
                                set status = case when status = 'failed' then 'pending' else status end,
                                    attempts = case when status = 'failed' then 0 else attempts end,
                                    next_at = case when status = 'failed' then clock_timestamp() else next_at end
                                where tenant = :tenant and id = :id
                                """)
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /// Newest first.
    List<Transcription> list(String tenant, Filter filter, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from transcription
                        where tenant = :tenant
                          and (cast(:status as text) is null or status = :status)
                          and (cast(:turn as uuid) is null or turn_id = :turn)
                          and (cast(:afterTime as timestamptz) is null
                               or (created_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid)))
                        order by created_at desc, id desc
                        limit :rows
                        """)
                .bind("tenant", tenant)
                .bind("status", filter.status())
                .bind("turn", filter.turnId())
                .bind("afterTime", page.instantAfter(0))
                .bind("afterId", page.uuidAfter(1))
                .bind("rows", page.rows())
                .map((row, _) -> transcription(row))
                .list());
    }

    /// Jobs that are pending or processing.
    public long countWaiting() {
        return count(TranscriptionStatus.PENDING) + count(TranscriptionStatus.PROCESSING);
    }

    /// Jobs that failed and wait for a person.
    public long countFailed() {
        return count(TranscriptionStatus.FAILED);
    }

    private long count(TranscriptionStatus status) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from transcription where status = :status")
                .bind("status", status.wireName())
                .mapTo(Long.class)
                .one());
    }

    private interface UpdateBinding {
        Update bind(Update update);
    }

    private boolean updateClaimed(String sql, UUID id, UUID claim, UpdateBinding binding) {
        return jdbi.withHandle(handle -> binding.bind(handle.createUpdate(sql))
                        .bind("id", id)
                        .bind("claim", claim)
                        .execute())
                == 1;
    }

    private static Transcription transcription(ResultSet row) throws SQLException {
        return new Transcription(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new TurnId(row.getObject("turn_id", UUID.class)),
                row.getString("object_key"),
                row.getString("content_type"),
                row.getString("language"),
                TranscriptionStatus.of(row.getString("status")),
                row.getInt("attempts"),
                instant(row, "next_at"),
                row.getString("error"),
                instant(row, "created_at"),
                instant(row, "completed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}

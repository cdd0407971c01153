package dev.parlance.conversation.transcription;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.audio.SoundAvailable;
import dev.parlance.conversation.transcription.Transcription.Status;
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

/// All transcriptions. A job at work has a claim; who has lost it writes nothing. When it is time is decided by the
/// database's clock, for those of the instances may be hours apart.
@ApplicationScoped
class Transcriptions {
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

    /// What a list is narrowed down to; null where it is not.
    record Filter(String status, UUID turnId) {}

    /// Makes a job of a sound whose turn has no text of the learner. A sound that is a job already stays the one
    /// that it is.
    ///
    /// @return whether there is a new job
    boolean add(UUID id, SoundAvailable sound) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into transcription
                                    (id, tenant, conversation_id, turn_id, object_key, content_type, language, status,
                                     next_at, created_at)
                                select :id, turn.tenant, turn.conversation_id, turn.id, :key, :contentType,
                                       turn.language, 'pending', clock_timestamp(), :now
                                from turn
                                where turn.tenant = :tenant and turn.id = :turn
                                  and coalesce(btrim(turn.learner_text), '') = '' and turn.transcript_revision is null
                                on conflict (id) do nothing
                                """)
                        .bind("id", id)
                        .bind("tenant", sound.place().tenant())
                        .bind("turn", sound.place().turn().value())
                        .bind("key", sound.key())
                        .bind("contentType", sound.contentType())
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /// The job that has waited longest, of this caller alone for the time of the lease; one whose last worker is
    /// gone counts as waiting, as long as it has tries left. A try counts from here on: one that takes its process
    /// with it was one. Two that ask at once get two.
    Optional<Transcription> claim(UUID claim, Duration lease, int tries) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update transcription
                        set status = 'processing', claim = :claim, attempts = attempts + 1,
                            next_at = clock_timestamp() + :lease * interval '1 millisecond'
                        where id = (select id from transcription
                                    where status in ('pending', 'processing') and next_at <= statement_timestamp()
                                      and (status = 'pending' or attempts < :tries)
                                    order by next_at limit 1 for update skip locked)
                        returning\s""" + COLUMNS)
                .bind("claim", claim)
                .bind("lease", lease.toMillis())
                .bind("tries", tries)
                .map((row, _) -> transcription(row))
                .findOne());
    }

    /// Jobs whose worker was gone before the end of the last try fail: what takes its process with it must not do so
    /// for ever.
    ///
    /// @return how many
    int giveUp(int tries, String error) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update transcription set status = 'failed', claim = null, error = :error
                        where status = 'processing' and next_at <= statement_timestamp() and attempts >= :tries
                        """)
                .bind("tries", tries)
                .bind("error", error)
                .execute());
    }

    /// @return false if the claim had passed to another
    boolean complete(UUID id, UUID claim) {
        return changed("""
                update transcription set status = 'completed', claim = null, error = null, completed_at = :now
                where id = :id and claim = :claim
                """, id, claim, update -> update.bind("now", clock.instant()));
    }

    /// Whether the turn still has no text of its learner; nobody gives it one until the transaction ends.
    boolean isWanted(Transcription job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(btrim(learner_text), '') = '' and transcript_revision is null
                        from turn where tenant = :tenant and id = :turn for no key update
                        """)
                .bind("tenant", job.tenant())
                .bind("turn", job.turn().value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /// This try was in vain.
    ///
    /// @param tried false if it was none, and does not count
    void postpone(UUID id, UUID claim, String error, Duration pause, boolean tried) {
        changed("""
                update transcription
                set status = 'pending', claim = null, error = :error, attempts = attempts - :untried,
                    next_at = clock_timestamp() + :pause * interval '1 millisecond'
                where id = :id and claim = :claim
                """, id, claim, update -> update.bind("error", error)
                .bind("untried", tried ? 0 : 1)
                .bind("pause", pause.toMillis()));
    }

    /// No further try.
    void fail(UUID id, UUID claim, String error) {
        changed("""
                update transcription set status = 'failed', claim = null, error = :error
                where id = :id and claim = :claim
                """, id, claim, update -> update.bind("error", error));
    }

    /// A person thinks that it will succeed now. One that has not failed is left alone.
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
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterId", page.isFirst() ? null : page.after().get(1))
                .bind("rows", page.rows())
                .map((row, _) -> transcription(row))
                .list());
    }

    /// How many are in this state.
    long count(Status status) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from transcription where status = :status")
                .bind("status", status.wireName())
                .mapTo(Long.class)
                .one());
    }

    private interface Binding {
        Update to(Update update);
    }

    private boolean changed(String sql, UUID id, UUID claim, Binding binding) {
        return jdbi.withHandle(handle -> binding.to(handle.createUpdate(sql))
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
                Status.of(row.getString("status")),
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

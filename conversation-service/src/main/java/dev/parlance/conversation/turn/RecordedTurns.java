package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.conversation.Announcements;
import dev.parlance.kit.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Turns of the past as they were announced, rebuilt from their rows: the same event under the same `ce_id`, to be
/// put into the outbox once more. Readers bear the repetition.
@ApplicationScoped
public class RecordedTurns {
    private static final String SELECT = """
            select t.tenant, t.id, t.conversation_id, t.sequence, t.learner_text, t.reply_text, t.occurred_at,
                   t.recorded_at, t.duration_ms, t.language, t.word_timings, t.metadata,
                   t.transcript_revision, t.transcript_text, t.transcript_language, t.transcript_timings,
                   t.transcript_confidence, t.transcript_duration, t.transcribed_at,
                   c.learner_id, c.guest, c.channel, c.module, c.time_zone
            from turn t join conversation c on c.tenant = t.tenant and c.id = t.conversation_id
            """;
    private static final String BEHIND =
            "(t.recorded_at, t.tenant, t.conversation_id, t.sequence) > (:at, :tenant, :conversation, :sequence)";
    private static final String IN_ORDER = " order by t.recorded_at, t.tenant, t.conversation_id, t.sequence";

    private final Jdbi jdbi;
    private final TurnJson json;
    private final Announcements announcements;

    RecordedTurns(Jdbi jdbi, TurnJson json, Announcements announcements) {
        this.jdbi = jdbi;
        this.json = json;
        this.announcements = announcements;
    }

    /// Where a turn stands among all: by `recordedAt`, those of one conversation at one instant by sequence.
    public record Place(Instant recordedAt, String tenant, UUID conversation, int sequence) {
        /// Before every turn that was recorded then or later.
        public static Place before(Instant recordedAt) {
            return new Place(recordedAt, "", new UUID(0, 0), 0);
        }
    }

    /// @param events that the turn was recorded; then, where something was heard later, that it was transcribed
    public record Announced(Place place, TurnId turn, List<OutboxRecord> events) {}

    /// The turns behind a place, those recorded before `until`.
    public List<Announced> after(Place place, Instant until, int limit) {
        return jdbi.withHandle(handle -> page(
                handle.createQuery(SELECT + "where t.recorded_at >= :at and t.recorded_at < :until and " + BEHIND
                        + IN_ORDER + " limit :limit"),
                place,
                until,
                limit));
    }

    /// The same of one learner.
    public List<Announced> ofLearner(String tenant, String learnerId, Place place, Instant until, int limit) {
        return jdbi.withHandle(handle -> page(
                handle.createQuery(SELECT
                                + "where c.tenant = :ofTenant and c.learner_id = :learner and t.recorded_at >= :at "
                                + "and t.recorded_at < :until and " + BEHIND + IN_ORDER + " limit :limit")
                        .bind("ofTenant", tenant)
                        .bind("learner", learnerId),
                place,
                until,
                limit));
    }

    /// Those of these turns that are known, in their order.
    public List<Announced> byId(String tenant, Collection<TurnId> turns) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where t.tenant = :tenant and t.id = any(:ids)" + IN_ORDER)
                        .bind("tenant", tenant)
                        .bind("ids", turns.stream().map(TurnId::value).toArray(UUID[]::new))
                        .map((row, _) -> announced(row))
                        .list());
    }

    private List<Announced> page(Query query, Place place, Instant until, int limit) {
        return query.bind("at", place.recordedAt())
                .bind("tenant", place.tenant())
                .bind("conversation", place.conversation())
                .bind("sequence", place.sequence())
                .bind("until", until)
                .bind("limit", limit)
                .map((row, _) -> announced(row))
                .list();
    }

    private Announced announced(ResultSet row) throws SQLException {
        TurnRecorded event = event(row);
        return new Announced(
                new Place(
                        event.recordedAt(),
                        event.tenant(),
                        event.conversationId().value(),
                        event.sequence()),
                event.turnId(),
                Stream.concat(Stream.of(event), transcribed(event, row).stream())
                        .map(announcements::record)
                        .toList());
    }

    /// The last that was heard; what was heard before it is of no interest any more.
    private Optional<TurnTranscribed> transcribed(TurnRecorded turn, ResultSet row) throws SQLException {
        Long revision = row.getObject("transcript_revision", Long.class);
        return revision == null
                ? Optional.empty()
                : Optional.of(TurnTranscribed.of(
                        turn,
                        revision,
                        row.getString("transcript_text"),
                        row.getString("transcript_language"),
                        row.getObject("transcript_duration", Integer.class),
                        json.timings(row.getString("transcript_timings")),
                        row.getObject("transcript_confidence", Double.class),
                        row.getTimestamp("transcribed_at").toInstant()));
    }

    private TurnRecorded event(ResultSet row) throws SQLException {
        Instant occurredAt = row.getTimestamp("occurred_at").toInstant();
        String timeZone = row.getString("time_zone");
        return new TurnRecorded(
                row.getString("tenant"),
                row.getString("learner_id"),
                row.getBoolean("guest"),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new TurnId(row.getObject("id", UUID.class)),
                row.getInt("sequence"),
                row.getString("channel"),
                row.getString("module"),
                row.getString("language"),
                timeZone,
                LocalDate.ofInstant(occurredAt, ZoneId.of(timeZone)),
                occurredAt,
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("learner_text"),
                row.getString("reply_text"),
                row.getObject("duration_ms", Integer.class),
                json.timings(row.getString("word_timings")),
                json.metadata(row.getString("metadata")));
    }
}

package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.event.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.conversation.dialogue.conversation.EventPublisher;
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

/// The events of recorded turns, rebuilt from their rows with the same `ce_id`, to be published again. Consumers
/// ignore an event that they have read before.
@ApplicationScoped
public class PublishedTurns {
    private static final String SELECT = """
            select t.tenant, t.id, t.conversation_id, t.sequence, t.learner_text, t.reply_text, t.occurred_at,
                   t.recorded_at, t.local_date, t.duration_ms, t.language, t.word_timings, t.metadata,
                   t.transcript_revision, t.transcript_text, t.transcript_language, t.transcript_timings,
                   t.transcript_confidence, t.transcript_duration, t.transcribed_at,
                   c.learner_id, c.guest, c.channel, c.module, c.time_zone
            from turn t join conversation c on c.tenant = t.tenant and c.id = t.conversation_id
            """;
    private static final String AFTER_POSITION =
            "(t.recorded_at, t.tenant, t.conversation_id, t.sequence) > (:at, :tenant, :conversation, :sequence)";
    private static final String ORDER_BY = " order by t.recorded_at, t.tenant, t.conversation_id, t.sequence";

    private final Jdbi jdbi;
    private final TurnJson json;
    private final EventPublisher eventPublisher;

    PublishedTurns(Jdbi jdbi, TurnJson json, EventPublisher eventPublisher) {
        this.jdbi = jdbi;
        this.json = json;
        this.eventPublisher = eventPublisher;
    }

    /// The position of a turn among all: by `recordedAt`, then tenant, conversation and sequence.
    public record TurnPosition(Instant recordedAt, String tenant, UUID conversation, int sequence) {
        /// A position before every turn that was recorded at this instant or later.
        public static TurnPosition before(Instant recordedAt) {
            return new TurnPosition(recordedAt, "", new UUID(0, 0), 0);
        }

        public Conversation.Key conversationKey() {
            return new Conversation.Key(tenant, conversation);
        }
    }

    /// @param transcribed the event of its latest transcript, if it has one
    public record PublishedTurn(
            TurnPosition position, TurnId turn, OutboxRecord recorded, Optional<OutboxRecord> transcribed) {
        public List<OutboxRecord> events() {
            return Stream.concat(Stream.of(recorded), transcribed.stream()).toList();
        }
    }

    /// The turns after a position that were recorded before `until`.
    public List<PublishedTurn> findAfter(TurnPosition position, Instant until, int limit) {
        return jdbi.withHandle(handle -> page(
                handle.createQuery(SELECT + "where t.recorded_at >= :at and t.recorded_at < :until and "
                        + AFTER_POSITION + ORDER_BY + " limit :limit"),
                position,
                until,
                limit));
    }

    /// The same of one learner.
    public List<PublishedTurn> findByLearner(
            String tenant, String learnerId, TurnPosition position, Instant until, int limit) {
        return jdbi.withHandle(handle -> page(
                handle.createQuery(SELECT
                                + "where c.tenant = :ofTenant and c.learner_id = :learner and t.recorded_at >= :at "
                                + "and t.recorded_at < :until and " + AFTER_POSITION + ORDER_BY + " limit :limit")
                        .bind("ofTenant", tenant)
                        .bind("learner", learnerId),
                position,
                until,
                limit));
    }

    /// @return without turns that do not exist, in the order of their positions
    public List<PublishedTurn> findByIds(String tenant, Collection<TurnId> turns) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where t.tenant = :tenant and t.id = any(:ids)" + ORDER_BY)
                        .bind("tenant", tenant)
                        .bind("ids", turns.stream().map(TurnId::value).toArray(UUID[]::new))
                        .map((row, _) -> publishedTurn(row))
                        .list());
    }

    /// The event of the turn's transcript, as the row stands in this transaction.
    ///
    /// @throws IllegalStateException if the turn does not exist or has no transcript
    public OutboxRecord getTranscribedEvent(Turn.Key turn) {
        return findByIds(turn.tenant(), List.of(turn.id())).stream()
                .flatMap(published -> published.transcribed().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("turn %s has no transcript".formatted(turn.id())));
    }

    private List<PublishedTurn> page(Query query, TurnPosition position, Instant until, int limit) {
        return query.bind("at", position.recordedAt())
                .bind("tenant", position.tenant())
                .bind("conversation", position.conversation())
                .bind("sequence", position.sequence())
                .bind("until", until)
                .bind("limit", limit)
                .map((row, _) -> publishedTurn(row))
                .list();
    }

    private PublishedTurn publishedTurn(ResultSet row) throws SQLException {
        TurnRecorded event = recordedEvent(row);
        return new PublishedTurn(
                new TurnPosition(
                        event.recordedAt(),
                        event.tenant(),
                        event.conversationId().value(),
                        event.sequence()),
                event.turnId(),
                eventPublisher.toRecord(event),
                transcribedEvent(event, row).map(eventPublisher::toRecord));
    }

    /// The event of the latest transcript; earlier transcripts are not stored.
    private Optional<TurnTranscribed> transcribedEvent(TurnRecorded turn, ResultSet row) throws SQLException {
        Long revision = row.getObject("transcript_revision", Long.class);
        return revision == null
                ? Optional.empty()
                : Optional.of(new TurnTranscribed(
                        turn.context().withLanguage(row.getString("transcript_language")),
                        turn.guest(),
                        revision,
                        turn.recordedAt(),
                        row.getTimestamp("transcribed_at").toInstant(),
                        row.getString("transcript_text"),
                        turn.replyText(),
                        row.getObject("transcript_duration", Integer.class),
                        json.readWordTimings(row.getString("transcript_timings")),
                        row.getObject("transcript_confidence", Double.class),
                        turn.metadata()));
    }

    private TurnRecorded recordedEvent(ResultSet row) throws SQLException {
        return new TurnRecorded(
                context(row),
                row.getBoolean("guest"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("learner_text"),
                row.getString("reply_text"),
                row.getObject("duration_ms", Integer.class),
                json.readWordTimings(row.getString("word_timings")),
                TurnJson.readMetadata(row.getString("metadata")));
    }

    private static TurnContext context(ResultSet row) throws SQLException {
        Instant occurredAt = row.getTimestamp("occurred_at").toInstant();
        String timeZone = row.getString("time_zone");
        LocalDate localDate = row.getObject("local_date", LocalDate.class);
        return new TurnContext(
                row.getString("tenant"),
                row.getString("learner_id"),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new TurnId(row.getObject("id", UUID.class)),
                row.getInt("sequence"),
                row.getString("channel"),
                row.getString("module"),
                row.getString("language"),
                timeZone,
                localDate == null ? LocalDate.ofInstant(occurredAt, ZoneId.of(timeZone)) : localDate,
                occurredAt);
    }
}

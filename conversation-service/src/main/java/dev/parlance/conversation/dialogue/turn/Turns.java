package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.jdbc.SqlArrays;
import dev.parlance.kit.jdbc.SqlPart;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The store of turns. It owns the table `turn`, with the other stores of this package.
@ApplicationScoped
public class Turns {
    private static final String INSERT_COLUMNS =
            "tenant, id, conversation_id, sequence, learner_text, reply_text, occurred_at, "
                    + "recorded_at, local_date, duration_ms, language, word_timings, audio, metadata, sent_hash";
    private static final String SELECT_COLUMNS =
            INSERT_COLUMNS + ", transcript_revision, transcript_text, transcript_language, "
                    + "transcript_timings, transcript_confidence, transcribed_at";

    private final Jdbi jdbi;
    private final TurnJson json;

    Turns(Jdbi jdbi, TurnJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// @return without turns that do not exist; a turn is found whatever its conversation
    Map<Turn.Key, Turn> find(Collection<Turn.Key> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + SELECT_COLUMNS
                        + " from unnest(:tenants, :ids) as sent (tenant, id) join turn using (tenant, id)")
                .bind("tenants", SqlArrays.of(keys, Turn.Key::tenant, String[]::new))
                .bind("ids", SqlArrays.of(keys, key -> key.id().value(), UUID[]::new))
                .map((row, _) -> turn(row))
                .collect(Collectors.toMap(Turn::key, turn -> turn, (one, _) -> one, HashMap::new)));
    }

    /// Stores new turns, all of them or none. A plain insert, which fails in a race, costs the database less than one
    /// that asks of each row whether it is there.
    ///
    /// @param parts what the same statement stores with them
    void insert(Collection<Turn> turns, SqlPart... parts) {
        jdbi.useHandle(handle -> SqlPart.createUpdate(
                        handle,
                        "insert into turn (" + INSERT_COLUMNS + ") select * from unnest("
                                + ":tenants, :ids, :conversations, :sequences, :learnerTexts, :replyTexts, :occurredAt, "
                                + ":recordedAt, cast(:localDates as date[]), :durations, :languages, :wordTimings, :audio, :metadata, :hashes)",
                        parts)
                .bind("tenants", SqlArrays.of(turns, Turn::tenant, String[]::new))
                .bind("ids", SqlArrays.of(turns, turn -> turn.id().value(), UUID[]::new))
                .bind(
                        "conversations",
                        SqlArrays.of(turns, turn -> turn.conversationId().value(), UUID[]::new))
                .bind("sequences", SqlArrays.of(turns, Turn::sequence, Integer[]::new))
                .bind("learnerTexts", SqlArrays.of(turns, Turn::learnerText, String[]::new))
                .bind("replyTexts", SqlArrays.of(turns, Turn::replyText, String[]::new))
                .bind("occurredAt", SqlArrays.of(turns, Turn::occurredAt, Instant[]::new))
                .bind("recordedAt", SqlArrays.of(turns, Turn::recordedAt, Instant[]::new))
                .bind("localDates", SqlArrays.of(turns, turn -> turn.localDate().toString(), String[]::new))
                .bind("durations", SqlArrays.of(turns, Turn::durationMs, Integer[]::new))
                .bind("languages", SqlArrays.of(turns, Turn::language, String[]::new))
                .bind("wordTimings", SqlArrays.of(turns, turn -> json.write(turn.wordTimings(), null), String[]::new))
                .bind("audio", SqlArrays.of(turns, turn -> joinSides(turn.audio()), String[]::new))
                .bind("metadata", SqlArrays.of(turns, turn -> json.write(turn.metadata(), "{}"), String[]::new))
                .bind("hashes", SqlArrays.of(turns, Turn::sentHash, byte[][]::new))
                .execute());
    }

    private static String joinSides(List<String> sides) {
        return sides == null ? null : String.join(",", sides);
    }

    static List<String> splitSides(String sides) {
        return Arrays.stream(sides.split(",")).filter(side -> !side.isEmpty()).toList();
    }

    /// A turn of this conversation, locked until the transaction ends.
    public Optional<Turn> findForUpdate(String tenant, ConversationId conversation, TurnId turn) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + SELECT_COLUMNS + " from turn where tenant = :tenant "
                                + "and id = :turn and conversation_id = :conversation for no key update")
                        .bind("tenant", tenant)
                        .bind("turn", turn.value())
                        .bind("conversation", conversation.value())
                        .map((row, _) -> turn(row))
                        .findOne());
    }

    /// Stores the transcript of a turn, and the duration of the learner's speech with it: as the client sent it with
    /// the turn, otherwise that of the audio. Every later event of the transcript is built from this row.
    public void updateTranscript(Turn.Key key, Transcript transcript, OptionalInt audioMillis) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update turn
                        set transcript_revision = :revision, transcript_text = :text, transcript_language = :language,
                            transcript_timings = :timings, transcript_confidence = :confidence, transcribed_at = :at,
                            transcript_duration = coalesce(duration_ms, :audioMillis)
                        where tenant = :tenant and id = :turn
                        """)
                .bind("revision", transcript.revision())
                .bind("text", transcript.text())
                .bind("language", transcript.language())
                .bind("timings", json.write(transcript.wordTimings(), null))
                .bind("confidence", transcript.confidence())
                .bind("at", transcript.transcribedAt())
                .bind("audioMillis", audioMillis.isPresent() ? (Integer) audioMillis.getAsInt() : null)
                .bind("tenant", key.tenant())
                .bind("turn", key.id().value())
                .execute());
    }

    /// Stores the duration of the present audio with the transcript.
    ///
    /// @param revision of the transcript from then on
    /// @return false if the transcript has this duration already; then nothing changes
    public boolean updateTranscriptDuration(Turn.Key key, long revision, OptionalInt audioMillis) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update turn
                                set transcript_revision = :revision,
                                    transcript_duration = coalesce(duration_ms, :audioMillis)
                                where tenant = :tenant and id = :turn and transcript_revision is not null
                                  and transcript_duration is distinct from coalesce(duration_ms, :audioMillis)
                                """)
                        .bind("revision", revision)
                        .bind("audioMillis", audioMillis.isPresent() ? (Integer) audioMillis.getAsInt() : null)
                        .bind("tenant", key.tenant())
                        .bind("turn", key.id().value())
                        .execute())
                == 1;
    }

    /// By sequence, ascending.
    public List<Turn> findByConversation(String tenant, ConversationId conversation, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + SELECT_COLUMNS + " from turn where tenant = :tenant "
                                + "and conversation_id = :conversation and sequence > :after order by sequence limit :rows")
                .bind("tenant", tenant)
                .bind("conversation", conversation.value())
                .bind("after", page.isFirst() ? 0 : page.intAfter(0))
                .bind("rows", page.rows())
                .map((row, _) -> turn(row))
                .list());
    }

    /// The turn of this id, whatever its conversation.
    public Optional<Turn> find(String tenant, TurnId turn) {
        return Optional.ofNullable(find(List.of(new Turn.Key(tenant, turn))).get(new Turn.Key(tenant, turn)));
    }

    /// The turns of a conversation in the order in which they were said: by `occurredAt`, then by id.
    List<TurnId> findChronological(String tenant, ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from turn where tenant = :tenant "
                        + "and conversation_id = :conversation order by occurred_at, id")
                .bind("tenant", tenant)
                .bind("conversation", conversation.value())
                .mapTo(UUID.class)
                .map(TurnId::new)
                .list());
    }

    /// The turns of a conversation that were said last, ascending by `occurredAt`, then by id.
    public List<TurnView> findLast(String tenant, ConversationId conversation, int count) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + SELECT_COLUMNS + " from turn where tenant = :tenant "
                                + "and conversation_id = :conversation order by occurred_at desc, id desc limit :count")
                        .bind("tenant", tenant)
                        .bind("conversation", conversation.value())
                        .bind("count", count)
                        .map((row, _) -> TurnView.of(turn(row)))
                        .list()
                        .reversed());
    }

    private Turn turn(ResultSet row) throws SQLException {
        String audio = row.getString("audio");
        return new Turn(
                row.getString("tenant"),
                new TurnId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("sequence"),
                row.getString("learner_text"),
                row.getString("reply_text"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("local_date", LocalDate.class),
                row.getObject("duration_ms", Integer.class),
                row.getString("language"),
                json.readWordTimings(row.getString("word_timings")),
                audio == null ? null : splitSides(audio),
                TurnJson.readMetadata(row.getString("metadata")),
                transcript(row),
                row.getBytes("sent_hash"));
    }

    private Transcript transcript(ResultSet row) throws SQLException {
        Long revision = row.getObject("transcript_revision", Long.class);
        return revision == null
                ? null
                : new Transcript(
                        revision,
                        row.getString("transcript_text"),
                        row.getString("transcript_language"),
                        json.readWordTimings(row.getString("transcript_timings")),
                        row.getObject("transcript_confidence", Double.class),
                        row.getTimestamp("transcribed_at").toInstant());
    }
}

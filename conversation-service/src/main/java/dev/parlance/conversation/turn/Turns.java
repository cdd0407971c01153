package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.outbox.Column;
import dev.parlance.kit.outbox.Write;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// All turns. Queries are written here and nowhere else.
@ApplicationScoped
public class Turns {
    private static final String COLUMNS =
            "tenant, id, conversation_id, sequence, learner_text, reply_text, occurred_at, "
                    + "recorded_at, duration_ms, language, word_timings, audio, metadata, sent_hash";
    private static final String READ = COLUMNS + ", transcript_revision, transcript_text, transcript_language, "
            + "transcript_timings, transcript_confidence, transcribed_at";

    /// How long the learner spoke: as the client said with the turn, or else as its last sound lasts. Sound that was
    /// kept for its time and has gone is still known to have lasted so long, or the day would depend on when.
    private static final String SPOKEN = """
            coalesce(duration_ms, (
                select sound.duration_ms from audio as sound
                where sound.tenant = turn.tenant and sound.turn_id = turn.id and sound.side = 'learner'
                  and sound.class = 'raw' and sound.duration_ms is not null
                  and (sound.state = 'available'
                       or sound.state = 'expired' and sound.reason in ('retention', 'object-missing'))
                order by sound.uploaded_at desc, sound.key limit 1))
            """;

    private final Jdbi jdbi;
    private final TurnJson json;

    Turns(Jdbi jdbi, TurnJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// Those of these turns that are known, whatever their conversation.
    Map<Turn.Key, Turn> find(Collection<Turn.Key> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + READ
                        + " from unnest(:tenants, :ids) as sent (tenant, id) join turn using (tenant, id)")
                .bind("tenants", Column.of(keys, Turn.Key::tenant, String[]::new))
                .bind("ids", Column.of(keys, key -> key.id().value(), UUID[]::new))
                .map((row, _) -> turn(row))
                .collect(Collectors.toMap(Turn::key, turn -> turn, (one, _) -> one, HashMap::new)));
    }

    /// Stores new turns, all of them, when it is done. A plain insert, which fails in a race, costs the database
    /// less than one that asks of each row whether it is there.
    Write insertion(Collection<Turn> turns) {
        return new Write(
                "turn",
                "insert into turn (" + COLUMNS + ") select * from unnest("
                        + ":tenants, :ids, :conversations, :sequences, :learnerTexts, :replyTexts, :occurredAt, "
                        + ":recordedAt, :durations, :languages, :wordTimings, :audio, :metadata, :hashes)",
                insert -> insert.bind("tenants", Column.of(turns, Turn::tenant, String[]::new))
                        .bind("ids", Column.of(turns, turn -> turn.id().value(), UUID[]::new))
                        .bind(
                                "conversations",
                                Column.of(turns, turn -> turn.conversationId().value(), UUID[]::new))
                        .bind("sequences", Column.of(turns, Turn::sequence, Integer[]::new))
                        .bind("learnerTexts", Column.of(turns, Turn::learnerText, String[]::new))
                        .bind("replyTexts", Column.of(turns, Turn::replyText, String[]::new))
                        .bind("occurredAt", Column.of(turns, Turn::occurredAt, Instant[]::new))
                        .bind("recordedAt", Column.of(turns, Turn::recordedAt, Instant[]::new))
                        .bind("durations", Column.of(turns, Turn::durationMs, Integer[]::new))
                        .bind("languages", Column.of(turns, Turn::language, String[]::new))
                        .bind(
                                "wordTimings",
                                Column.of(turns, turn -> json.written(turn.wordTimings(), null), String[]::new))
                        .bind("audio", Column.of(turns, turn -> joined(turn.audio()), String[]::new))
                        .bind("metadata", Column.of(turns, turn -> json.written(turn.metadata(), "{}"), String[]::new))
                        .bind("hashes", Column.of(turns, Turn::sentHash, byte[][]::new)));
    }

    private static String joined(List<String> sides) {
        return sides == null ? null : String.join(",", sides);
    }

    /// A turn of this conversation, which nobody else changes until the transaction ends.
    Optional<Turn> locked(String tenant, ConversationId conversation, TurnId turn) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + READ + " from turn where tenant = :tenant "
                        + "and id = :turn and conversation_id = :conversation for no key update")
                .bind("tenant", tenant)
                .bind("turn", turn.value())
                .bind("conversation", conversation.value())
                .map((row, _) -> turn(row))
                .findOne());
    }

    /// Puts what was heard beside what was sent. How long it took is taken from the sound, where the client did not
    /// say it with the turn: the event is built from this row for ever after.
    void transcribe(Turn.Key key, Transcript heard) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update turn
                        set transcript_revision = :revision, transcript_text = :text, transcript_language = :language,
                            transcript_timings = :timings, transcript_confidence = :confidence, transcribed_at = :at,
                            transcript_duration =\s""" + SPOKEN + """
                        where tenant = :tenant and id = :turn
                        """)
                .bind("revision", heard.revision())
                .bind("text", heard.text())
                .bind("language", heard.language())
                .bind("timings", json.written(heard.wordTimings(), null))
                .bind("confidence", heard.confidence())
                .bind("at", heard.transcribedAt())
                .bind("tenant", key.tenant())
                .bind("turn", key.id().value())
                .execute());
    }

    /// Puts the duration of the sound that is there now beside the transcript.
    ///
    /// @param revision of the transcript from then on
    /// @return false if that is what it says already; then nothing has changed
    boolean time(Turn.Key key, long revision) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update turn set transcript_revision = :revision, transcript_duration =\s""" + SPOKEN + """
                                where tenant = :tenant and id = :turn and transcript_revision is not null
                                  and transcript_duration is distinct from\s""" + SPOKEN)
                        .bind("revision", revision)
                        .bind("tenant", key.tenant())
                        .bind("turn", key.id().value())
                        .execute())
                == 1;
    }

    /// By sequence, ascending.
    List<Turn> ofConversation(String tenant, ConversationId conversation, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + READ + " from turn where tenant = :tenant "
                        + "and conversation_id = :conversation and sequence > :after order by sequence limit :rows")
                .bind("tenant", tenant)
                .bind("conversation", conversation.value())
                .bind(
                        "after",
                        page.isFirst() ? 0 : Integer.parseInt(page.after().getFirst()))
                .bind("rows", page.rows())
                .map((row, _) -> turn(row))
                .list());
    }

    /// The last turns of a conversation as they are answered, ascending.
    public List<TurnView> last(String tenant, ConversationId conversation, int count) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + READ + " from turn where tenant = :tenant "
                        + "and conversation_id = :conversation order by sequence desc limit :count")
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
                row.getObject("duration_ms", Integer.class),
                row.getString("language"),
                json.timings(row.getString("word_timings")),
                audio == null
                        ? null
                        : Arrays.stream(audio.split(","))
                                .filter(side -> !side.isEmpty())
                                .toList(),
                json.metadata(row.getString("metadata")),
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
                        json.timings(row.getString("transcript_timings")),
                        row.getObject("transcript_confidence", Double.class),
                        row.getTimestamp("transcribed_at").toInstant());
    }
}

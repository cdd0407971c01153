package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// All turns. Queries are written here and nowhere else.
@ApplicationScoped
public class Turns {
    private static final String COLUMNS =
            "tenant, id, conversation_id, sequence, learner_text, reply_text, occurred_at, "
                    + "recorded_at, duration_ms, language, word_timings, audio, metadata, sent_hash";

    private final Jdbi jdbi;
    private final TurnJson json;

    Turns(Jdbi jdbi, TurnJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// Those of these turns that are known, whatever their conversation.
    Map<Turn.Key, Turn> find(Collection<Turn.Key> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from unnest(:tenants, :ids) as sent (tenant, id) join turn using (tenant, id)")
                .bindArray("tenants", String.class, each(keys, Turn.Key::tenant))
                .bindArray("ids", UUID.class, each(keys, key -> key.id().value()))
                .map((row, _) -> turn(row))
                .collect(Collectors.toMap(Turn::key, turn -> turn, (one, _) -> one, HashMap::new)));
    }

    /// Stores new turns, all of them, when it is done. A plain insert, which fails in a race, costs the database less
    /// than one that asks of each row whether it is there.
    Write insertion(Collection<Turn> turns) {
        return new Write(
                "turn",
                "insert into turn (" + COLUMNS + ") select * from unnest("
                        + ":tenants, :ids, :conversations, :sequences, :learnerTexts, :replyTexts, :occurredAt, "
                        + ":recordedAt, :durations, :languages, :wordTimings, :audio, :metadata, :hashes)",
                insert -> insert.bindArray("tenants", String.class, each(turns, Turn::tenant))
                        .bindArray(
                                "ids", UUID.class, each(turns, turn -> turn.id().value()))
                        .bindArray("conversations", UUID.class, each(turns, turn -> turn.conversationId()
                                .value()))
                        .bindArray("sequences", Integer.class, each(turns, Turn::sequence))
                        .bindArray("learnerTexts", String.class, each(turns, Turn::learnerText))
                        .bindArray("replyTexts", String.class, each(turns, Turn::replyText))
                        .bindArray("occurredAt", Instant.class, each(turns, Turn::occurredAt))
                        .bindArray("recordedAt", Instant.class, each(turns, Turn::recordedAt))
                        .bindArray("durations", Integer.class, each(turns, Turn::durationMs))
                        .bindArray("languages", String.class, each(turns, Turn::language))
                        .bindArray(
                                "wordTimings",
                                String.class,
                                each(turns, turn -> json.written(turn.wordTimings(), null)))
                        .bindArray("audio", String.class, each(turns, turn -> joined(turn.audio())))
                        .bindArray("metadata", String.class, each(turns, turn -> json.written(turn.metadata(), "{}")))
                        .bind("hashes", turns.stream().map(Turn::sentHash).toArray(byte[][]::new)));
    }

    private static <R, C> List<C> each(Collection<R> rows, Function<R, C> column) {
        return rows.stream().map(column).toList();
    }

    private static String joined(List<String> sides) {
        return sides == null ? null : String.join(",", sides);
    }

    /// By sequence, ascending.
    List<Turn> ofConversation(String tenant, ConversationId conversation, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from turn where tenant = :tenant "
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
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from turn where tenant = :tenant "
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
                row.getBytes("sent_hash"));
    }
}

package dev.parlance.conversation.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.contract.WordTiming;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// All turns. Queries are written here and nowhere else.
@ApplicationScoped
public class Turns {
    private static final TypeReference<List<WordTiming>> TIMINGS = new TypeReference<>() {};
    private static final String COLUMNS = "id, conversation_id, sequence, learner_text, reply_text, occurred_at, "
            + "recorded_at, duration_ms, language, word_timings, audio, metadata, sent_hash";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Turns(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// Those of these turns that are known, whatever their conversation.
    Map<TurnId, Turn> byId(String tenant, List<TurnId> ids) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + COLUMNS + " from turn where tenant = :tenant and id = any(:ids)")
                .bind("tenant", tenant)
                .bind("ids", ids.stream().map(TurnId::value).toArray(UUID[]::new))
                .map((row, _) -> turn(row))
                .stream()
                .collect(Collectors.toMap(Turn::id, turn -> turn)));
    }

    /// Stores turns.
    ///
    /// @return those that were stored: not those whose id was taken
    Set<TurnId> add(String tenant, List<Turn> turns) {
        return jdbi.withHandle(handle -> {
            var rows = handle.prepareBatch("insert into turn (tenant, " + COLUMNS + ") values (:tenant, :id, "
                    + ":conversation, :sequence, :learnerText, :replyText, :occurredAt, :recordedAt, :durationMs, "
                    + ":language, :wordTimings, :audio, :metadata, :hash) on conflict (tenant, id) do nothing");
            for (Turn turn : turns) {
                rows.bind("tenant", tenant)
                        .bind("id", turn.id().value())
                        .bind("conversation", turn.conversationId().value())
                        .bind("sequence", turn.sequence())
                        .bind("learnerText", turn.learnerText())
                        .bind("replyText", turn.replyText())
                        .bind("occurredAt", turn.occurredAt())
                        .bind("recordedAt", turn.recordedAt())
                        .bind("durationMs", turn.durationMs())
                        .bind("language", turn.language())
                        .bind("wordTimings", turn.wordTimings() == null ? null : write(turn.wordTimings()))
                        .bind("audio", turn.audio() == null ? null : String.join(",", turn.audio()))
                        .bind("metadata", turn.metadata() == null ? "{}" : write(turn.metadata()))
                        .bind("hash", turn.sentHash())
                        .add();
            }
            return new HashSet<>(rows.executePreparedBatch("id")
                    .map((row, _) -> new TurnId(row.getObject(1, UUID.class)))
                    .list());
        });
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
        String timings = row.getString("word_timings");
        String audio = row.getString("audio");
        return new Turn(
                new TurnId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("sequence"),
                row.getString("learner_text"),
                row.getString("reply_text"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("duration_ms", Integer.class),
                row.getString("language"),
                timings == null ? null : read(timings, TIMINGS),
                audio == null
                        ? null
                        : Arrays.stream(audio.split(","))
                                .filter(side -> !side.isEmpty())
                                .toList(),
                read(row.getString("metadata"), new TypeReference<JsonNode>() {}),
                row.getBytes("sent_hash"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }
}

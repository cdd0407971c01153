package dev.parlance.conversation.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.ConversationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What the analysis has said of turns. The highest revision of a turn counts, whatever order they arrived in.
@ApplicationScoped
class AnalyzedTurns {
    private static final TypeReference<List<UsedWord>> WORDS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;

    AnalyzedTurns(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// @param key      tells words apart: language and lemma
    /// @param firstUse whether it was the learner's first use ever
    record UsedWord(String key, String display, boolean firstUse) {}

    void put(Collection<TurnAnalyzed> turns) {
        if (turns.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into analyzed_turn (tenant, turn_id, conversation_id, sequence, revision, words)
                    values (:tenant, :turn, :conversation, :sequence, :revision, :words)
                    on conflict (tenant, turn_id) do update
                    set revision = excluded.revision, words = excluded.words
                    where analyzed_turn.revision < excluded.revision
                    """);
            for (TurnAnalyzed turn : turns) {
                rows.bind("tenant", turn.tenant())
                        .bind("turn", turn.turnId().value())
                        .bind("conversation", turn.conversationId().value())
                        .bind("sequence", turn.sequence())
                        .bind("revision", turn.revision())
                        .bind("words", words(turn))
                        .add();
            }
            rows.execute();
        });
    }

    /// The words of a conversation, turn by turn.
    List<UsedWord> words(String tenant, ConversationId conversation) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select words from analyzed_turn
                        where tenant = :tenant and conversation_id = :conversation order by sequence
                        """)
                .bind("tenant", tenant)
                .bind("conversation", conversation.value())
                .map((row, _) -> read(row.getString(1)))
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    private String words(TurnAnalyzed turn) {
        try {
            return json.writeValueAsString(turn.words().stream()
                    .map(word -> new UsedWord(turn.language() + ":" + word.lemma(), word.display(), word.firstUse()))
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("words are always writable", impossible);
        }
    }

    private List<UsedWord> read(String words) {
        try {
            return json.readValue(words, WORDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }
}

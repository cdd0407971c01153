package dev.parlance.conversation.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.ConversationId;
import dev.parlance.kit.outbox.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /// Remembers what is newer than what is known.
    ///
    /// @param turns each once
    /// @return those that were newer
    List<TurnAnalyzed> put(Collection<TurnAnalyzed> turns) {
        if (turns.isEmpty()) {
            return List.of();
        }
        Set<Key> newer = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into analyzed_turn (tenant, turn_id, conversation_id, sequence, revision, words,
                                                   transcript)
                        select * from unnest(:tenants, :turns, :conversations, :sequences, :revisions, :words,
                                             :transcripts)
                        on conflict (tenant, turn_id) do update
                        set revision = excluded.revision, words = excluded.words, transcript = excluded.transcript
                        where analyzed_turn.revision < excluded.revision
                        returning tenant, turn_id
                        """)
                .bind("tenants", Column.of(turns, TurnAnalyzed::tenant, String[]::new))
                .bind("turns", Column.of(turns, turn -> turn.turnId().value(), UUID[]::new))
                .bind(
                        "conversations",
                        Column.of(turns, turn -> turn.conversationId().value(), UUID[]::new))
                .bind("sequences", Column.of(turns, TurnAnalyzed::sequence, Integer[]::new))
                .bind("revisions", Column.of(turns, TurnAnalyzed::revision, Long[]::new))
                .bind("words", Column.of(turns, this::words, String[]::new))
                .bind("transcripts", Column.of(turns, TurnAnalyzed::transcriptRevision, Long[]::new))
                .map((row, _) -> new Key(row.getString(1), row.getObject(2, UUID.class)))
                .collect(Collectors.toSet()));
        return turns.stream()
                .filter(turn ->
                        newer.contains(new Key(turn.tenant(), turn.turnId().value())))
                .toList();
    }

    private record Key(String tenant, UUID turn) {}

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

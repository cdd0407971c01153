package dev.parlance.conversation.dialogue.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.contract.json.WireJson;
import dev.parlance.kit.jdbc.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The store of analyses; it owns the table `analyzed_turn`. Of a turn the highest revision counts, whatever the
/// order of arrival.
@ApplicationScoped
public class AnalyzedTurns {
    /// Without the bounds of requests: a long turn has more words than a body may have values.
    private static final JsonMapper JSON = WireJson.mapper();

    private static final TypeReference<List<UsedWord>> WORDS = new TypeReference<>() {};

    private final Jdbi jdbi;

    AnalyzedTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param key      identifies the word: language and lemma
    /// @param firstUse whether it was the learner's first use ever
    public record UsedWord(String key, String display, boolean firstUse) {}

    /// Stores analyses with a greater revision than the stored one.
    ///
    /// @param turns each once
    /// @return the stored ones
    List<TurnAnalyzed> upsertNewer(Collection<TurnAnalyzed> turns) {
        if (turns.isEmpty()) {
            return List.of();
        }
        Set<AnalyzedTurnKey> newer = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into analyzed_turn (tenant, turn_id, conversation_id, sequence, revision, words,
                                                   transcript)
                        select * from unnest(:tenants, :turns, :conversations, :sequences, :revisions, :words,
                                             :transcripts)
                        on conflict (tenant, turn_id) do update
                        set revision = excluded.revision, words = excluded.words, transcript = excluded.transcript
                        where analyzed_turn.revision < excluded.revision
                        returning tenant, turn_id
                        """)
                .bind("tenants", SqlArrays.of(turns, TurnAnalyzed::tenant, String[]::new))
                .bind("turns", SqlArrays.of(turns, turn -> turn.turnId().value(), UUID[]::new))
                .bind(
                        "conversations",
                        SqlArrays.of(turns, turn -> turn.conversationId().value(), UUID[]::new))
                .bind("sequences", SqlArrays.of(turns, TurnAnalyzed::sequence, Integer[]::new))
                .bind("revisions", SqlArrays.of(turns, TurnAnalyzed::revision, Long[]::new))
                .bind("words", SqlArrays.of(turns, AnalyzedTurns::words, String[]::new))
                .bind("transcripts", SqlArrays.of(turns, TurnAnalyzed::transcriptRevision, Long[]::new))
                .map((row, _) -> new AnalyzedTurnKey(row.getString(1), row.getObject(2, UUID.class)))
                .collect(Collectors.toSet()));
        return turns.stream()
                .filter(turn -> newer.contains(
                        new AnalyzedTurnKey(turn.tenant(), turn.turnId().value())))
                .toList();
    }

    /// Whether any analysis of this turn is known here.
    boolean exists(String tenant, UUID turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from analyzed_turn where tenant = :tenant and turn_id = :turn)
                        """)
                .bind("tenant", tenant)
                .bind("turn", turn)
                .mapTo(Boolean.class)
                .one());
    }

    private record AnalyzedTurnKey(String tenant, UUID turn) {}

    /// The words of a conversation by turn; without turns that have not been analysed.
    public Map<TurnId, List<UsedWord>> findWords(String tenant, ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select turn_id, words from analyzed_turn
                        where tenant = :tenant and conversation_id = :conversation
                        """)
                .bind("tenant", tenant)
                .bind("conversation", conversation.value())
                .map((row, _) -> Map.entry(new TurnId(row.getObject(1, UUID.class)), read(row.getString(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static String words(TurnAnalyzed turn) {
        try {
            return JSON.writeValueAsString(turn.words().stream()
                    .map(word -> new UsedWord(key(turn, word), word.display(), word.firstUse()))
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("words can always be written", impossible);
        }
    }

    /// A turn may hold words of several languages.
    private static String key(TurnAnalyzed turn, Word word) {
        return (word.language() == null ? turn.language() : word.language()) + ":" + word.lemma();
    }

    private static List<UsedWord> read(String words) {
        try {
            return JSON.readValue(words, WORDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("written words can be parsed", impossible);
        }
    }
}

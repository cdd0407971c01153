package dev.parlance.conversation.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the analysis found in a turn, for whoever waited for it.
///
/// @param status `completed`, `partial` or `failed`; of a turn that was recorded before also `pending`: its language
///     was not at hand, and it will be analysed again by itself
/// @param words  the learner's
public record TurnAnalysis(long revision, String status, List<Word> words, List<Highlight> highlights) {
    private static final JsonMapper JSON = WireJson.mapper();

    private record Words(long revision, String status, List<Word> words, List<UUID> highlightIds) {}

    private record Moment(UUID id, long revision, String type, String description, String excerpt) {}

    /// What these events say together: the newest words with all their highlights; empty while a part is missing.
    ///
    /// @param events of one turn, in their order
    static Optional<TurnAnalysis> of(List<LiveEvent> events) {
        Words words = null;
        Map<UUID, Highlight> highlights = new LinkedHashMap<>();
        for (LiveEvent event : events) {
            if (event.type().equals(LiveEvent.WORDS)) {
                words = read(event, Words.class);
                highlights.clear();
            } else if (event.type().equals(LiveEvent.HIGHLIGHT)) {
                Moment moment = read(event, Moment.class);
                highlights.put(
                        moment.id(), new Highlight(moment.id(), moment.type(), moment.description(), moment.excerpt()));
            }
        }
        return words != null && highlights.keySet().containsAll(words.highlightIds())
                ? Optional.of(new TurnAnalysis(
                        words.revision(), words.status(), words.words(), List.copyOf(highlights.values())))
                : Optional.empty();
    }

    /// The same as analysis-service says it; empty where it says something else.
    static Optional<TurnAnalysis> of(JsonNode said) {
        try {
            TurnAnalysis found = JSON.treeToValue(said, TurnAnalysis.class);
            return Optional.ofNullable(found).filter(one -> one.words() != null && one.highlights() != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static <T> T read(LiveEvent event, Class<T> type) {
        try {
            return JSON.readValue(event.data(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }
}

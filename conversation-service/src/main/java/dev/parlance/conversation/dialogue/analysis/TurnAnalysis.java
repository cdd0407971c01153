package dev.parlance.conversation.dialogue.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.json.WireJson;
import dev.parlance.conversation.stream.event.LiveEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The analysis of a turn, for a client that waited for it.
///
/// @param status `completed`, `partial` or `failed`; for a turn that was recorded before also `pending`: its language
///     was not loaded, and it will be analysed again automatically
/// @param words  the learner's
public record TurnAnalysis(long revision, String status, List<Word> words, List<Highlight> highlights) {
    private static final JsonMapper JSON = WireJson.mapper();

    private record WordsData(long revision, String status, List<Word> words, List<UUID> highlightIds) {}

    private record HighlightData(UUID id, long revision, String type, String description, String excerpt) {}

    /// Combines live events: the newest words with all their highlights. Empty while an event is missing.
    ///
    /// @param events of one turn, in order
    public static Optional<TurnAnalysis> of(List<LiveEvent> events) {
        WordsData words = null;
        Map<UUID, Highlight> highlights = new LinkedHashMap<>();
        for (LiveEvent event : events) {
            if (event.type().equals(LiveEvent.WORDS)) {
                words = read(event, WordsData.class);
                highlights.clear();
            } else if (event.type().equals(LiveEvent.HIGHLIGHT)) {
                HighlightData highlight = read(event, HighlightData.class);
                highlights.put(
                        highlight.id(),
                        new Highlight(highlight.id(), highlight.type(), highlight.description(), highlight.excerpt()));
            }
        }
        return words != null && highlights.keySet().containsAll(words.highlightIds())
                ? Optional.of(new TurnAnalysis(
                        words.revision(), words.status(), words.words(), List.copyOf(highlights.values())))
                : Optional.empty();
    }

    /// Parses the response of analysis-service; empty if it has another form.
    static Optional<TurnAnalysis> of(JsonNode response) {
        try {
            TurnAnalysis analysis = JSON.treeToValue(response, TurnAnalysis.class);
            return Optional.ofNullable(analysis).filter(one -> one.words() != null && one.highlights() != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static <T> T read(LiveEvent event, Class<T> type) {
        try {
            return JSON.readValue(event.data(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a written live event can be parsed", impossible);
        }
    }
}
